import { createContext, useContext } from 'react';

/** How many red requests wait that nobody in the team has opened: the window's title says so, whichever page is read. */
export const RedWaitingContext = createContext(0);
export const useRedWaiting = (): number => useContext(RedWaitingContext);
