/** Joins the present class names or ids; undefined for none. */
export const joined = (...names: unknown[]): string | undefined =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ') || undefined
