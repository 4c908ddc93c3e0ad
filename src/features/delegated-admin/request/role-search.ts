import type { z } from 'zod'
import type { RoleInWords, TaskInWords } from '../../../../domain/delegated-admin/schemas.ts'

type Task = z.infer<typeof TaskInWords>

/** Something that a role can be added by: a task, whose least role it is, or the role itself. */
export type RoleOffer = { id: string; roleId: string; words: string; about: string; isTask: boolean }

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/**
 * What is offered for a search: tasks first, since a task leads to the least role that does it (BR-102a), then roles by name and by what
 * they allow. Every word has to be somewhere. Roles that are chosen already are left out.
 */
export function roleOffers(
  { items, tasks }: { items: readonly RoleInWords[]; tasks: readonly Task[] }, search: string, chosen: readonly string[],
): RoleOffer[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  const isMeant = (...texts: string[]) => words.every((word) => texts.some((text) => folded(text).includes(word)))
  const byId = new Map(items.map((role) => [role.id, role]))
  const open = (id: string) => byId.has(id) && !chosen.includes(id)
  const byTask = tasks
    .filter(({ roleId, words: said }) => open(roleId) && isMeant(said, byId.get(roleId)?.name ?? ''))
    .map(({ task, roleId, words: said }) => ({ id: `task:${task}`, roleId, words: said, about: byId.get(roleId)?.name ?? '', isTask: true }))
  const named = items.filter(({ id, name }) => open(id) && isMeant(name))
  const allowing = items.filter((role) => open(role.id) && !named.includes(role) && isMeant(role.name, role.allows))
  return [
    ...byTask, ...[...named, ...allowing].map(({ id, name, allows }) => ({ id, roleId: id, words: name, about: allows, isTask: false })),
  ]
}
