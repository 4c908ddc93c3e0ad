/** BR-109: as many as Partner Center keeps of a customer. */
export const mostTags = 150

/** Tags are compared without case and width. */
export const tagKeyOf = (tag: string): string => tag.normalize('NFKC').toLowerCase()

/** BR-109: a customer has each tag once, in the order given; of those that differ in case alone the first stays. */
export function distinctTags(tags: readonly string[]): string[] {
  const seen = new Set<string>()
  return tags.filter((tag) => seen.size < seen.add(tagKeyOf(tag)).size)
}
