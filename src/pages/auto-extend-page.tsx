import { useNavigate, useSearchParams } from 'react-router'
import { paths } from '../app/paths.ts'
import { AutoExtendPanel } from '../features/delegated-admin/auto-extend/auto-extend-panel.tsx'
import { periods } from '../features/delegated-admin/auto-extend/period-links.tsx'
import { useActor } from '../features/session/session.ts'
import { useWords } from '../i18n/use-words.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { GranularAdminGate } from './granular-admin-gate.tsx'

function linkOf(view: { bucket?: string | undefined; search: string }): string {
  const query = new URLSearchParams(Object.entries(view).filter(([, value]) => Boolean(value)) as [string, string][]).toString()
  return query ? `${paths.autoExtend}?${query}` : paths.autoExtend
}

/** Turns auto-extend on for many relationships at once. The address says which (BR-86, BR-89). */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const bucket = periods.find((each) => each === query.get('bucket'))
  const search = query.get('search') ?? ''
  const [title, back] = [t('gdap-board.to.auto_extend'), { to: paths.delegatedAdmin, label: t('gdap-board.title') }]
  return (
    <GranularAdminGate actor={actor} title={title} back={back}>
      <PageHeader title={title} back={back} />
      <AutoExtendPanel key={bucket ?? 'all'} actor={actor} bucket={bucket} search={search} linkTo={paths.gdap}
        linkToPeriod={(to) => linkOf({ bucket: to, search })}
        onSearch={(text) => void navigate(linkOf({ bucket, search: text }), { replace: true, preventScrollReset: true })} />
    </GranularAdminGate>
  )
}
