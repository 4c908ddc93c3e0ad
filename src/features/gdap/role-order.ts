import { globalAdministrator } from '../../../domain/gdap/roles/catalogue.ts'

/** Roles in the alphabet's order, which is the catalogue's; Global administrator, which weighs most, first, what is unknown last. */
export function inOrder(roles: readonly string[], catalogue: readonly { id: string }[]): string[] {
  const places = new Map(catalogue.map(({ id }, place) => [id, place]))
  const placeOf = (id: string) => (id === globalAdministrator ? -1 : (places.get(id) ?? catalogue.length))
  return roles.toSorted((one, other) => placeOf(one) - placeOf(other))
}
