import type { CustomerDescribed } from './customer.ts'
import type { CustomerChange } from './schemas.ts'

/** What a row has before its partner describes it. */
export const undescribed = () => ({ alias: null, tags: [] })

/** BR-106: what a partner calls and notes of a customer is its own; the company's name stays. What is left out stays too. */
export const describedAs = (customer: CustomerDescribed, { alias, notes, tags }: CustomerChange): CustomerDescribed => ({
  ...customer,
  alias: alias === undefined ? customer.alias : alias || null,
  notes: notes === undefined ? customer.notes : notes || null,
  tags: tags ?? customer.tags,
})

/** Whether both say the same, so that there is nothing to save. */
export const isDescribedAlike = (one: CustomerDescribed, other: CustomerDescribed): boolean =>
  one.alias === other.alias && one.notes === other.notes && hasSameTags(one, other)

export const hasSameTags = ({ tags }: Pick<CustomerDescribed, 'tags'>, other: Pick<CustomerDescribed, 'tags'>): boolean =>
  tags.length === other.tags.length && tags.every((tag, at) => tag === other.tags[at])
