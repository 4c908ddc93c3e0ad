import { useEffect, useRef } from 'react'
import type { Problem } from '../../../../domain/problem.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Icon } from '../../../ui/icon.tsx'
import pageStyles from '../../../ui/refused-page.module.css'
import styles from './approval-refused.module.css'

/** Why there is nothing to approve, from the rule here or from the server. */
type Refusal = Pick<Problem, 'code' | 'rule' | 'params'> & { detail?: string }

type Props = {
  refusal: Refusal
  tenant: string
  /** It was on screen a moment ago: somebody was faster, or it was taken back. */
  wasShown?: boolean
  /** The link, for a reader who has to hand it on, and the mail that does it. */
  handOn?: { link: string; mailto: string } | undefined
  children?: Elements
}

/** A plain page of its own for each refusal: what is so, what to do, and the code to quote. */
export function ApprovalRefused({ refusal, tenant, wasShown = false, handOn, children }: Props) {
  const words = useWords()
  const { t } = words
  const { code, rule } = refusal
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [code])
  const { title, cause, fix } = saying(refusal, tenant, words)
  return (
    <div className={pageStyles.refused}>
      <Icon name="refused" size={24} className={pageStyles.mark} />
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      <p className={pageStyles.cause}>{cause}</p>
      {wasShown && <p role="alert">{t('approval.refused.taken')}</p>}
      {(fix || handOn) && (
        <section className={pageStyles.fix}>
          <h2>{t('acceptance.refused.what_to_do')}</h2>
          <p>{fix}</p>
          {handOn && (
            <div className={pageStyles.ways}>
              <CopyButton text={handOn.link} label={t('acceptance.refused.copy_link')} variant="accent" />
              <a href={handOn.mailto} className={styles.mail}><Icon name="mail" /><span>{t('acceptance.hand_over.open')}</span></a>
            </div>
          )}
        </section>
      )}
      <p>{t('acceptance.refused.nothing_granted')}</p>
      {children}
      <p className={pageStyles.code}>
        {rule ? t('acceptance.refused.code_and_rule', { code, rule }) : t('acceptance.refused.code', { code })}
      </p>
    </div>
  )
}

function saying({ code, params, detail }: Refusal, tenant: string, { t, refusalText }: Words) {
  if (code === 'admin_rights.needs_global_admin')
    return {
      title: t('acceptance.refused.needs_global_admin.title'),
      cause: t('acceptance.refused.needs_global_admin.cause'),
      fix: t('acceptance.refused.needs_global_admin.fix'),
    }
  if (code === 'gdap.not_found')
    return {
      title: t('approval.refused.not_found', { tenant }),
      cause: t('approval.refused.not_found.cause'),
      fix: t('approval.refused.not_found.fix'),
    }
  const cause = detail || refusalText({ code, ...(params && { params }) })
  if (code === 'gdap.only_customer_approves')
    return { title: t('approval.refused.partner'), cause, fix: t('acceptance.refused.own_tenant.fix') }
  return { title: code.startsWith('gdap.cloud_') ? t('approval.refused.cloud') : t('ui.refused.title'), cause, fix: '' }
}
