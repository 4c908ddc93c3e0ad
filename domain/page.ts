import { z } from 'zod'

/** Every list: keyset pages, an opaque cursor, an honest total ("1,000+" when capped). */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.object({ count: z.number().int(), capped: z.boolean() }),
  })
export type Page<Item> = { items: Item[]; nextCursor: string | null; total: { count: number; capped: boolean } }
