import type { ReactElement } from 'react';
import { Navigate } from 'react-router';
import { useMember } from './desk.js';
import { homeOf } from './roles.js';

/** `/` leads to where somebody's roles have work. */
export function Home(): ReactElement {
  const { roles, session } = useMember();
  return <Navigate to={homeOf(roles, session.kind)} replace />;
}
