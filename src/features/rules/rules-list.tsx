import { ruleGroups } from '../../../domain/rules/rule-groups.ts'
import type { RuleInWords } from '../../../domain/rules/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/card.tsx'
import styles from './rules.module.css'

/** Rules by group, each under its own address (`#BR-26`), with where it holds and which pages say so. */
export function RulesList({ rules, here }: { rules: readonly RuleInWords[]; here: string }) {
  const { t, formatList } = useWords()
  return ruleGroups.map((group) => {
    const own = rules.filter((rule) => rule.group === group)
    return own.length > 0 && (
      <Card key={group} title={t(`rules.group.${group}`)} flush>
        <ul className={styles.rules}>
          {own.map(({ id, statement, clouds, concerns, source }) => (
            <li key={id} id={id} tabIndex={-1} className={styles.rule} aria-current={id === here || undefined}>
              <code translate="no" className={styles.id}>{id}</code>
              <div>
                <p className={styles.statement}>{statement}</p>
                <p className={styles.where}>
                  {t('rules.where', {
                    clouds: formatList(clouds.map((cloud) => t(`ui.cloud.${cloud}`))),
                    readers: formatList(concerns.map((kind) => t(`rules.for.${kind}`))),
                  })}
                </p>
                <p className={styles.source}>{t('rules.source', { pages: source.join('\u00a0· ') })}</p>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    )
  })
}
