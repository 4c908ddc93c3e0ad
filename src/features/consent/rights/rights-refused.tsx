import { useWords, type Words } from '../../../i18n/use-words.ts'
import type { Elements } from '../../../ui/elements.ts'
import { type Refusal, RefusedPage } from '../refused-page.tsx'

type Props = {
  refusal: Refusal
  tenant: string
  /** True for a request that was on screen: somebody was faster, or it was withdrawn. */
  wasShown?: boolean
  /** Lets a reader who cannot answer pass the link on. */
  ways?: Elements
  children?: Elements
}

export function RightsRefused({ refusal, tenant, wasShown = false, ways, children }: Props) {
  const words = useWords()
  return (
    <RefusedPage refusal={refusal} said={saying(refusal, tenant, words)} ways={ways}
      before={wasShown && <p role="alert">{words.t('approval.refused.taken')}</p>}>
      {children}
    </RefusedPage>
  )
}

function saying({ code, params, detail }: Refusal, tenant: string, { t, refusalText }: Words) {
  if (code === 'admin_rights.needs_global_admin') {
    const own = 'acceptance.refused.needs_global_admin'
    return { title: t(`${own}.title`), cause: t(`${own}.cause`), fix: t(`${own}.fix`) }
  }
  if (code === 'gdap.not_found') {
    const own = 'approval.refused.not_found'
    return { title: t(own, { tenant }), cause: t(`${own}.cause`), fix: t(`${own}.fix`) }
  }
  const cause = detail ?? refusalText({ code, ...(params && { params }) })
  if (code === 'gdap.only_customer_approves')
    return { title: t('approval.refused.partner'), cause, fix: t('acceptance.refused.own_tenant.fix') }
  return { title: code.startsWith('gdap.cloud_') ? t('approval.refused.cloud') : t('ui.refused.title'), cause, fix: '' }
}
