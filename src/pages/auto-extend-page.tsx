import { useSearchParams } from 'react-router'
import { paths } from '../app/paths.ts'
import { AutoExtendPanel } from '../features/delegated-admin/auto-extend/auto-extend-panel.tsx'
import { PeriodLinks, periods } from '../features/delegated-admin/auto-extend/period-links.tsx'
import { useActor } from '../features/session/session.ts'
import { useWords } from '../i18n/use-words.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { RuleLink } from '../ui/rule-link.tsx'
import { GranularAdminGate } from './granular-admin-gate.tsx'

const linkOf = (bucket?: string) => (bucket ? `${paths.autoExtend}?bucket=${bucket}` : paths.autoExtend)

/** Turns auto-extend on for many relationships at once. The address says which (BR-86, BR-89). */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const [search] = useSearchParams()
  const bucket = periods.find((each) => each === search.get('bucket'))
  const [title, back] = [t('gdap-board.to.auto_extend'), { to: paths.delegatedAdmin, label: t('gdap-board.title') }]
  return (
    <GranularAdminGate actor={actor} title={title} back={back}>
      <PageHeader title={title} back={back}
        lead={<>{t('gdap-board.extend.lead')} <RuleLink rule="BR-86" />{' '}<RuleLink rule="BR-89" /></>} />
      <PeriodLinks bucket={bucket} linkTo={linkOf} />
      <AutoExtendPanel key={bucket ?? 'all'} actor={actor} bucket={bucket} linkTo={paths.gdap} />
    </GranularAdminGate>
  )
}
