import { globalAdministrator } from '../../../domain/gdap/roles/catalogue.ts'

/** Sorts roles like the catalogue, with Global administrator first and unknown ones last. */
export function inOrder(roles: readonly string[], catalogue: readonly { id: string }[]): string[] {
  const places = new Map(catalogue.map(({ id }, place) => [id, place]))
  const placeOf = (id: string) => (id === globalAdministrator ? -1 : (places.get(id) ?? catalogue.length))
  return roles.toSorted((one, other) => placeOf(one) - placeOf(other))
}
