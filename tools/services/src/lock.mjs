// @ts-check

/**
 * @typedef {{ version?: string, link?: boolean, resolved?: string, integrity?: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} LockedPackage
 */

/**
 * Packages that another package names and the lock lacks. Platform builds are optional, so npm leaves one that its registry did not
 * have out of the lock in silence, and `npm ci` then refuses the whole lock.
 * @param {Record<string, LockedPackage>} packages
 */
export function missingFromLock(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !isReachable(packages, path, name))
      .map((name) => `package-lock.json: ${path || 'the root'} needs ${name}, which the lock lacks`));
}

/**
 * As Node looks for a package: in the folder's own node_modules, then in those above.
 * @param {Record<string, LockedPackage>} packages
 * @param {string} path
 * @param {string} name
 */
function isReachable(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const candidate = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[candidate] !== undefined) return true;
    if (at === '') return false;
  }
}

/**
 * A lock that names the host packages came from binds everybody to that host.
 * @param {Record<string, LockedPackage>} packages
 */
export function hostsIn(packages) {
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...(entry.resolved !== undefined && entry.link !== true ? [`package-lock.json: ${path} names the address it came from`] : []),
    ...(path.includes('node_modules/') && entry.link !== true && entry.integrity === undefined ? [`package-lock.json: ${path} has no integrity`] : []),
  ]);
}

const exact = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/u;

/**
 * Versions that are not exact.
 * @param {string} path of the manifest
 * @param {Record<string, unknown>} manifest
 */
export function unpinned(path, manifest) {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(/** @type {Record<string, string>} */ (manifest[kind] ?? {}))
      .filter(([, version]) => !exact.test(version))
      .map(([name, version]) => `${path}: ${name} is not pinned to one version (${version})`));
}
