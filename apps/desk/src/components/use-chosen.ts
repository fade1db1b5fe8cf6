import { useState } from 'react';

/** A value held by whoever gives one, else held here from its first value on. Either way a change is told. */
export function useChosen<Value>(given: Value | undefined, first: Value, onChange?: (value: Value) => void): [Value, (value: Value) => void] {
  const [own, setOwn] = useState(first);
  return [given ?? own, (value) => {
    setOwn(value);
    onChange?.(value);
  }];
}
