import { lazy, useState } from 'react'
import { Link } from 'react-router'
import { canDescribeCustomer } from '../../../domain/customers/rules.ts'
import type { CustomerInFull } from '../../../domain/customers/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Facts } from '../../ui/looks/facts.tsx'
import { Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { LatePart } from '../../ui/waiting/late-part.tsx'
import styles from './description-card.module.css'

const DescriptionDialog = lazy(() => import('./description-dialog.tsx').then((module) => ({ default: module.DescriptionDialog })))

type Props = { actor: Actor; customer: CustomerInFull; linkTo: (tag: string) => string }

/** What the reader's organisation calls, tags and notes the customer (BR-106, BR-109); a tag leads to the customers that have it. */
export function DescriptionCard({ actor, customer, linkTo }: Props) {
  const { t } = useWords()
  const [isEditing, setEditing] = useState<boolean>()
  const { alias, tags, notes } = customer
  const close = () => setEditing(undefined)
  return (
    <Card title={t('customers.detail.description')}>
      <Stack gap={3} align="start">
        <Text tone="muted" text="caption">{t('customers.detail.description.lead')}</Text>
        {alias || notes || tags.length > 0 ? (
          <Facts of="minmax(140px, 200px) minmax(0, 1fr)" className={styles.facts} facts={[
            [t('customers.detail.alias'), alias && <bdi key="alias" translate="no">{alias}</bdi>],
            [t('customers.detail.tags'), tags.length > 0 && (
              <Row as="ul" key="tags" gap="1 3" translate="no">
                {tags.map((tag) => <li key={tag}><Link to={linkTo(tag)} className={styles.tag}><bdi>{tag}</bdi></Link></li>)}
              </Row>
            )],
            [t('customers.detail.notes'), notes && <div key="notes" className={styles.notes} dir="auto">{notes}</div>],
          ]} />
        ) : <p>{t('customers.detail.description.none')}</p>}
        <ActionButton verdict={canDescribeCustomer(actor)} icon="document" onPress={() => setEditing(true)}>
          {t('customers.detail.description.edit')}
        </ActionButton>
      </Stack>
      {isEditing !== undefined && (
        <LatePart onClose={close}>
          <DescriptionDialog isOpen={isEditing} customer={customer} onClose={() => setEditing(false)} onOver={close} />
        </LatePart>
      )}
    </Card>
  )
}
