import type { ReactElement } from 'react';
import { Navigate } from 'react-router';

/** `/agency`: its people, which everybody who has work here looks after. */
export function Component(): ReactElement {
  return <Navigate to="/agency/people" replace />;
}
