/** The first of these moments (ISO, UTC) at which it is so; null when it never is. */
export const firstMoment = (moments: readonly string[], isSo: (at: Date) => boolean): string | null =>
  moments.toSorted().find((each) => isSo(new Date(each))) ?? null

/** The moment that comes so many milliseconds after another, before it where they are negative. */
export const momentAfter = (moment: string, milliseconds: number): string => new Date(Date.parse(moment) + milliseconds).toISOString()
