import { ruleGroups } from '../../../domain/rules/rule-groups.ts'
import type { RuleInWords } from '../../../domain/rules/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Columns, Text } from '../../ui/looks/layout.tsx'
import styles from './rules.module.css'

/** Rules by group, each with its address (`#BR-26`), clouds and source pages. */
export function RulesList({ rules, here }: { rules: readonly RuleInWords[]; here: string }) {
  const { t, formatList } = useWords()
  return ruleGroups.map((group) => {
    const own = rules.filter((rule) => rule.group === group)
    return own.length > 0 && (
      <Card key={group} title={t(`rules.group.${group}`)} flush>
        <ul>
          {own.map(({ id, statement, clouds, concerns, source }) => (
            <Columns as="li" key={id} id={id} tabIndex={-1} ruled="between" pad="3 4" of="72px 1fr" gap={3} className={styles.rule}
              aria-current={id === here || undefined}>
              <Text as="code" translate="no" tone="muted" className={styles.id}>{id}</Text>
              <div>
                <Text measure={72}>{statement}</Text>
                <Text tone="muted" text="caption" before={1}>
                  {t('rules.where', {
                    clouds: formatList(clouds.map((cloud) => t(`ui.cloud.${cloud}`))),
                    readers: formatList(concerns.map((kind) => t(`rules.for.${kind}`))),
                  })}
                </Text>
                <Text tone="muted" text="caption" before={1}>{t('rules.source', { pages: source.join('\u00a0· ') })}</Text>
              </div>
            </Columns>
          ))}
        </ul>
      </Card>
    )
  })
}
