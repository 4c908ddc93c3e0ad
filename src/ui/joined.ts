/** Class names or ids in one attribute: those that are there, undefined when none is. */
export const joined = (...names: unknown[]): string | undefined =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ') || undefined
