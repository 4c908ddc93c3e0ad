import type { Person } from '../../../domain/people/schemas.ts'
import { type PartnerRole, partnerRoles } from '../../../domain/session/roles.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { CheckboxList } from '../../ui/forms/checkbox-list.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { giveRoles } from './people-requests.ts'

/** `done`: what was done, for a message. */
type Props = { person: Person; onClose: (done?: string) => void }

/** The roles that a Global admin gives a person here, beside those of the directory and of the mapping. */
export function RolesByHand({ person: { id, etag, displayName: person, roles }, onClose }: Props) {
  const { t } = useWords()
  const given = partnerRoles.filter((role) => roles.some((each) => each.role === role && each.from.includes('hand')))
  const elsewhere = (role: PartnerRole) => roles.find((each) => each.role === role)?.from.filter((source) => source !== 'hand') ?? []
  const [chosen, setChosen] = useTyped<PartnerRole[]>(`roles of ${id}`, given)
  const save = useAction('people', giveRoles)
  const hasOthers = roles.some(({ from }) => from.some((source) => source !== 'hand'))

  const onSave = async () => {
    const isDone = await save.run({ id, etag, roles: chosen })
    if (isDone) onClose(t('people.change.saved', { person }))
  }
  return (
    <ConfirmDialog isOpen onClose={() => onClose()} title={t('people.change.title', { person })}
      act={{ variant: 'accent', pending: save.isRunning, onPress: () => void onSave(), children: t('people.change.save') }}>
      <Stack gap={4}>
        <CheckboxList legend={t('people.change.legend')} description={t('people.change.help')} error={undefined} chosen={chosen}
          onChoose={setChosen} options={partnerRoles.map((value) => {
            const [source] = elsewhere(value)
            return { value, label: t(`ui.role.${value}`), ...(source && { description: t(`people.from.${source}`) }) }
          })} />
        {chosen.length === 0 && !hasOthers && <Text tone="caution">{t('people.change.nothing_left', { person })}</Text>}
      </Stack>
    </ConfirmDialog>
  )
}
