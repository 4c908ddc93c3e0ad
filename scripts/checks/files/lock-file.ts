type LockedPackage = {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  optionalDependencies?: Record<string, string>
}
export type LockFile = { packages: Record<string, LockedPackage> }
export type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string> }

/**
 * The lock file works on every machine: public download addresses, checksums, every platform's optional packages, and exact versions in
 * package.json.
 */
export function lockFileProblems(lock: LockFile, manifest: Manifest): string[] {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
  return [
    ...packages.filter(([, found]) => found.resolved !== undefined).map(([path, found]) => `${path} names an address: ${found.resolved}`),
    ...packages.filter(([, found]) => !found.link && !found.integrity).map(([path]) => `${path} has no checksum.`),
    ...packages.flatMap(([path, found]) =>
      Object.keys(found.optionalDependencies ?? {}).filter((name) => !isLocked(lock, path, name))
        .map((name) => `${path} needs ${name} on some machine, and the lock file does not have it.`),
    ),
    ...Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      .map(([name, version]) => `package.json asks for ${name} ${version}, which is not one exact version.`),
  ]
}

/** Searches like Node: from the package's folder up to the root. */
function isLocked(lock: LockFile, from: string, name: string): boolean {
  const above = from.lastIndexOf('/node_modules/')
  if (lock.packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true
  return from !== '' && isLocked(lock, above < 0 ? '' : from.slice(0, above), name)
}
