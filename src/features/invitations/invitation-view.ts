import type { InvitationsView } from '../../../domain/invitations/schemas.ts'
import { invitationStates, turns } from '../../../domain/invitations/states.ts'
import { longestSearch } from '../../../domain/search/longest-search.ts'

/** The view that an address asks for; words that the list does not know are left out, so that an old link still shows something. */
export function viewOf(search: URLSearchParams): InvitationsView {
  const text = search.get('search')?.trim().slice(0, longestSearch)
  const state = invitationStates.find((each) => each === search.get('state'))
  const turn = turns.find((each) => each === search.get('turn'))
  const overdue = search.get('overdue') === 'true'
  return {
    ...(text ? { search: text } : {}),
    ...(state ? { state } : {}),
    ...(turn ? { turn } : {}),
    ...(overdue ? { overdue: 'true' } : {}),
  }
}

/** The address of a view, always in the same order: one view, one address. */
export function searchOfView({ search, state, turn, overdue }: InvitationsView): URLSearchParams {
  const address = new URLSearchParams()
  if (search) address.set('search', search)
  if (state) address.set('state', state)
  if (turn) address.set('turn', turn)
  if (overdue) address.set('overdue', overdue)
  return address
}

/** Whether the view leaves anything out, so that an empty list means "none match" and not "none there". */
export const isNarrowed = ({ search, state, turn, overdue }: InvitationsView): boolean => Boolean(search || state || turn || overdue)
