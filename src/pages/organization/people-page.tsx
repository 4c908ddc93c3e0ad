import { canGiveRolesByHand, canSeeMapping, canSeePeople } from '../../../domain/people/rules.ts'
import { AbilitiesCard } from '../../features/people/abilities-card.tsx'
import { MappingCard } from '../../features/people/mapping-card.tsx'
import { PeopleList } from '../../features/people/people-list.tsx'
import { peopleView } from '../../features/people/people-requests.ts'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Reason } from '../../ui/actions/reason.tsx'
import { useListView } from '../../ui/lists/use-list-view.ts'
import { Columns, Stack } from '../../ui/looks/layout.tsx'
import { RefusedState } from '../../ui/waiting/states.tsx'
import { OrganizationFrame } from './organization-frame.tsx'

/** Who may enter, as what, and by what. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const at = useListView(peopleView)
  const verdict = canSeePeople(actor)
  return (
    <OrganizationFrame title={t('organization.page.people')} lead={t('people.lead', { organization: actor.organization.displayName })}>
      <Columns of="minmax(0, 5fr) minmax(300px, 4fr)" below={900} gap={4} align="start">
        {verdict.allowed ? <PeopleList actor={actor} at={at} /> : <RefusedState><Reason refusal={verdict} /></RefusedState>}
        <Stack gap={4}>
          {canSeeMapping(actor).allowed && <MappingCard verdict={canGiveRolesByHand(actor)} />}
          <AbilitiesCard organization={actor.organization} />
        </Stack>
      </Columns>
    </OrganizationFrame>
  )
}
