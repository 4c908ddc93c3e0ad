import { everybody, type Thing } from './isolation-scene.ts'
import { isolation } from './isolation-table.ts'
import type { RouteKey } from './route-keys.ts'
import { companies, type Person } from './people.ts'
import { routeDeeds, type RouteDeed } from './route-deeds.ts'
import type { World } from './world.ts'

/** One place of a body, counted over all, and its new value; undefined removes it. */
export type Bend = { at: number; value: unknown }

/**
 * Makes requests that do what their routes are for, on existing rows. Undefined for a route that needs nothing. The clock moves on by days
 * when new rows are needed.
 */
export function meantRequests(world: World, things: readonly Thing[], newDay: () => void) {
  const stock = new Map<string, RouteDeed[]>()
  let round = 0
  const fill = async () => {
    const deeds = await routeDeeds(world, round)
    round += 1
    newDay()
    for (const [each, deed] of Object.entries(deeds)) stock.set(each, [...(stock.get(each) ?? []), deed])
  }
  return async (key: RouteKey, pick: number): Promise<RouteDeed | undefined> => {
    const sight = isolation[key]
    const isRead = key.startsWith('GET')
    if (round === 0) await fill()
    if (isRead && pick === 0 && stock.has(key)) return stock.get(key)?.at(-1)
    const isAboutRow = isRead && sight.of === 'one row' && (pick % 2 === 0 || !stock.has(key))
    if (isAboutRow) return aboutRow(key, things.filter(({ noun }) => noun === sight.noun), pick)
    if (!stock.has(key)) return isRead && pick % 2 === 0 ? aboutOwn(key, pick) : undefined
    if (!stock.get(key)?.length) await fill()
    // Reads use nothing up.
    return isRead ? stock.get(key)?.at(-1) : stock.get(key)?.shift()
  }
}

function aboutOwn(key: RouteKey, pick: number): RouteDeed {
  const sight = isolation[key]
  const [, path = ''] = key.split(' ')
  const by = everybody[pick % everybody.length] ?? 'provider.admin'
  return { by, path: path + ('query' in sight ? (sight.query ?? '') : '') }
}

function aboutRow(key: RouteKey, rows: readonly Thing[], pick: number): RouteDeed | undefined {
  const row = rows[pick % rows.length]
  if (!row) return undefined
  const people = row.seenBy.flatMap((company) => Object.keys(companies[company].people) as Person[])
  const ids = row.id.split(' ')
  const path = (key.split(' ')[1] ?? '').replace(/\{\w+\}/, ids[0] ?? '').replace(/\{\w+\}/, ids[1] ?? ids[0] ?? '')
  return { by: people[pick % people.length] ?? 'provider.admin', path }
}

type Holder = Record<string, unknown>

/** Replaces or removes one value of the body, at any depth. */
export function bent(body: unknown, { at, value }: Bend): unknown {
  const copy = structuredClone(body)
  const places: [Holder, string][] = []
  const open = [copy]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    for (const [name, inner] of Object.entries(next)) {
      places.push([next as Holder, name])
      open.push(inner)
    }
  }
  const place = places[at % places.length]
  if (place) place[0][place[1]] = value
  return copy
}
