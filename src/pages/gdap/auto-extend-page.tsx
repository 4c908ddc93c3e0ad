import { paths } from '../../app/paths.ts'
import { AutoExtendPanel } from '../../features/gdap/auto-extend/auto-extend-panel.tsx'
import { extendView, type Period } from '../../features/gdap/auto-extend/extend-view.ts'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { useListView } from '../../ui/lists/use-list-view.ts'
import { GranularAdminGate } from './granular-admin-gate.tsx'

/** Turns auto-extend on for many relationships; the address selects them (BR-86, BR-89). */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const at = useListView(extendView, { replace: true })
  const linkToPeriod = (to: Period | undefined) =>
    `${paths.autoExtend}?${extendView.write(extendView.changed(at.view, { bucket: to ?? '' }))}`
  const [title, back] = [t('gdap-board.to.auto_extend'), { to: paths.gdapList, label: t('gdap-board.title') }]
  return (
    <GranularAdminGate actor={actor} title={title} back={back}>
      <PageHeader title={title} back={back} />
      <AutoExtendPanel key={at.view.bucket ?? 'all'} actor={actor} at={at} linkTo={paths.gdap} linkToPeriod={linkToPeriod} />
    </GranularAdminGate>
  )
}
