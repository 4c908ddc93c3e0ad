import type { InvitationsView } from '../../../../domain/invitations/schemas.ts'
import { invitationStates, turns } from '../../../../domain/invitations/states.ts'
import type { PartnerKind } from '../../../../domain/organizations/kinds.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { FilterSelect } from '../../../ui/lists/filter-select.tsx'
import { Row } from '../../../ui/looks/layout.tsx'
import { SearchField } from '../../../ui/lists/search-field.tsx'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { turnWord } from '../whose-turn.ts'
import barStyles from '../../../ui/lists/toolbar.module.css'

export function InvitationsToolbar({ at, viewer }: { at: ListAt<InvitationsView>; viewer: PartnerKind | 'customer' }) {
  const { t } = useWords()
  return (
    <Row role="search" aria-label={t('invitations.title')} gap={2} align="center">
      <SearchField label={t('invitations.list.search')} hint={t('invitations.list.search.hint')} className={barStyles.search}
        value={at.view.search} onSearch={(search) => at.change({ search })} />
      <FilterSelect at={at} name="state" label={t('invitations.column.state')} any={t('invitations.list.any_state')}
        className={barStyles.filter} values={invitationStates} wordOf={(state) => t(`invitations.state.${state}`)} />
      <FilterSelect at={at} name="turn" label={t('invitations.column.turn')} any={t('invitations.list.any_turn')}
        className={barStyles.filter} values={turns} wordOf={(turn) => t(turnWord(turn, viewer))} />
      <Checkbox label={t('invitations.list.overdue')} checked={at.view.overdue === 'true'}
        onChange={({ target }) => at.change({ overdue: target.checked ? 'true' : '' })} />
    </Row>
  )
}
