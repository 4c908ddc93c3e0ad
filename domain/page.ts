import { z } from 'zod'

/** How many there are, up to a cap: "1,000+". */
export const Total = z.object({ count: z.number().int(), capped: z.boolean() })
export type Total = z.infer<typeof Total>

/** Every list has keyset pages, an opaque cursor and a capped total ("1,000+"). */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: Total,
  })
export type Page<Item> = { items: Item[]; nextCursor: string | null; total: Total }

/** `limit` rows from `cursor`, which comes from an earlier page of the same list. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(2_000).optional(),
})
