import { useQuery } from '@tanstack/react-query'
import { removalEnds } from '../../../domain/partnerships/ending.ts'
import { removalLeaves } from '../../../domain/partnerships/lifecycle.ts'
import type { Partnership, Removal } from '../../../domain/partnerships/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { ChangeList } from '../../ui/lists/change-list.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { partnershipQueries, removePartnership } from './partnership-queries.ts'

type Left = (typeof removalLeaves)[number]
const stays = new Set<Left>(['customers', 'admin_rights', 'requests_of_reseller'])

/** The provider removes a partnership after reading the effects (BR-54). For those who may. */
export function RemovePartnership({ partnership }: { partnership: Partnership }) {
  const { t } = useWords()
  const [isAsking, setAsking] = useTyped(`removing ${partnership.id}`, false)
  const remove = useAction('partnerships', removePartnership)
  const reseller = partnership.reseller.displayName
  const { data: removal, ...query } = useQuery({ ...partnershipQueries.removal(partnership.id), enabled: isAsking })
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
      <ConfirmDialog isOpen={isAsking} onClose={close} title={t('partnerships.remove.title', { reseller })} act={{
        variant: 'danger', pending: remove.isRunning || (removal === undefined && query.error === null), onPress: () => void submit(),
        children: t('partnerships.remove'),
      }}>
        {removal ? <Effects reseller={reseller} removal={removal} /> : <NotYet compact query={query} lines={8} />}
      </ConfirmDialog>
    </>
  )
}

/** What ends, by number; what stays; and the provider's remaining duty. */
function Effects({ reseller, removal }: { reseller: string; removal: Removal }) {
  const { t, formatNumber } = useWords()
  const words = ({ count, capped }: Removal['customers']) => ({ reseller, count, shown: `${formatNumber(count)}${capped ? '+' : ''}` })
  const ends = removalEnds(removal).map(({ what, counted }) => t(`partnerships.remove.ends.${what}`, words(counted)))
  const leaves = (kept: boolean) =>
    removalLeaves.filter((what) => stays.has(what) === kept)
      .map((what) => t(`partnerships.remove.leaves.${what}`, words(removal.customers)))
  return <ChangeList changes={[t('partnerships.remove.changes', { reseller }), ...ends, ...leaves(false)]} keeps={leaves(true)} />
}
