import type { Person } from '../../../domain/people/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { erasePerson } from './people-requests.ts'

/** `done`: what was done, for a message. */
type Props = { person: Person; onClose: (done?: string) => void }

/** Asks before it forgets a removed person for ever. */
export function ErasePerson({ person: { id, displayName: person }, onClose }: Props) {
  const { t } = useWords()
  const erase = useAction('people', erasePerson)
  const onErase = async () => {
    const isDone = await erase.run(id)
    onClose(isDone && t('people.erase.done', { person }))
  }
  return (
    <ConfirmDialog isOpen onClose={() => onClose()} title={t('people.erase.title', { person })}
      act={{ variant: 'danger', icon: 'trash', pending: erase.isRunning, onPress: () => void onErase(), children: t('people.erase') }}
      changes={[t('people.erase.forgets'), t('people.erase.anew')]} keeps={[t('people.erase.keeps')]} />
  )
}
