import { useState } from 'react'
import { removalEnds } from '../../../domain/partnerships/ending.ts'
import { removalLeaves } from '../../../domain/partnerships/lifecycle.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { ChangeList } from '../../ui/change-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toast.ts'
import { useAction } from '../../ui/use-action.ts'
import { removePartnership } from './partnership-queries.ts'

type Left = (typeof removalLeaves)[number]
const stays = new Set<Left>(['customers', 'admin_rights', 'requests_of_reseller'])

/** The provider ends a partnership after reading what ends with it, what stays and what remains its duty (BR-54). For those who may. */
export function RemovePartnership({ partnership }: { partnership: Partnership }) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState(false)
  const remove = useAction('partnerships', removePartnership)
  const reseller = partnership.reseller.displayName
  const leaves = (kept: boolean) =>
    removalLeaves.filter((what) => stays.has(what) === kept).map((what) => t(`partnerships.remove.leaves.${what}`, { reseller }))
  const ends = removalEnds.map((what) => t(`partnerships.remove.ends.${what}`, { reseller }))
  const close = () => setAsking(false)
  const submit = async () => {
    const removed = await remove.run({ id: partnership.id, etag: partnership.etag })
    close()
    if (removed) showToast(t('partnerships.remove.done', { reseller }))
  }
  return (
    <>
      <Button icon="trash" aria-label={t('partnerships.remove.of', { reseller })} onPress={() => setAsking(true)}>
        {t('partnerships.remove')}
      </Button>
      <Dialog isOpen={isAsking} onClose={close} title={t('partnerships.remove.title', { reseller })} actions={
        <>
          <Button onPress={close}>{t('partnerships.cancel')}</Button>
          <Button variant="danger" pending={remove.isRunning} onPress={() => void submit()}>{t('partnerships.remove')}</Button>
        </>
      }>
        <ChangeList changes={[t('partnerships.remove.changes', { reseller }), ...ends, ...leaves(false)]} keeps={leaves(true)} />
      </Dialog>
    </>
  )
}
