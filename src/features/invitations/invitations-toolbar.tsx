import type { InvitationsView } from '../../../domain/invitations/schemas.ts'
import { invitationStates, turns } from '../../../domain/invitations/states.ts'
import type { PartnerKind } from '../../../domain/organizations/kinds.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import barStyles from '../../ui/toolbar.module.css'
import { useSearchText } from '../../ui/use-search-text.ts'
import { turnWord } from './whose-turn.ts'

/** The same view with other filters; an empty value takes the filter off. */
export type ViewChange = Partial<Record<keyof InvitationsView, string>>

type Props = { view: InvitationsView; viewer: PartnerKind | 'customer'; onChange: (change: ViewChange) => void }

/** Search and filters. Each change is a change of the address. */
export function InvitationsToolbar({ view, viewer, onChange }: Props) {
  const { t } = useWords()
  const search = useSearchText(view.search ?? '', (text) => onChange({ search: text }))
  return (
    <div role="search" aria-label={t('invitations.title')} className={barStyles.toolbar}>
      <Form className={barStyles.search} onSubmit={() => search.set(search.text)}>
        <TextField label={t('invitations.list.search')} hideLabel icon="search" type="search" enterKeyHint="search" error={search.fault}
          placeholder={t('invitations.list.search.hint')} value={search.text} onChange={(event) => search.type(event.target.value)} />
      </Form>
      <Select label={t('invitations.column.state')} hideLabel placeholder={t('invitations.list.any_state')} value={view.state ?? ''}
        className={barStyles.filter} onChange={(event) => onChange({ state: event.target.value })}
        options={invitationStates.map((state) => ({ value: state, label: t(`invitations.state.${state}`) }))} />
      <Select label={t('invitations.column.turn')} hideLabel placeholder={t('invitations.list.any_turn')} value={view.turn ?? ''}
        className={barStyles.filter} onChange={(event) => onChange({ turn: event.target.value })}
        options={turns.map((turn) => ({ value: turn, label: t(turnWord(turn, viewer)) }))} />
      <Checkbox label={t('invitations.list.overdue')} checked={view.overdue === 'true'}
        onChange={({ target }) => onChange({ overdue: target.checked ? 'true' : '' })} />
    </div>
  )
}
