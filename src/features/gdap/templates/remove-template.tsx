import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { ChangeList } from '../../../ui/lists/change-list.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'

type Props = { template: RoleTemplate; isRunning: boolean; onClose: () => void; onRemove: () => void }

export function RemoveTemplate({ template: { name }, isRunning, onClose, onRemove }: Props) {
  const { t } = useWords()
  return (
    <Dialog isOpen onClose={onClose} title={t('role-templates.remove.title', { name })} actions={
      <>
        <Button onPress={onClose}>{t('role-templates.cancel')}</Button>
        <Button variant="danger" icon="trash" pending={isRunning} onPress={onRemove}>{t('role-templates.remove')}</Button>
      </>
    }>
      <ChangeList changes={[t('role-templates.remove.changes', { name })]}
        keeps={[t('role-templates.remove.keeps.relationships'), t('role-templates.remove.keeps.requests')]} />
    </Dialog>
  )
}
