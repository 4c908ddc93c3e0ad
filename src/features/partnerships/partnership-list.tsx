import { useInfiniteQuery } from '@tanstack/react-query'
import { canRemovePartnership } from '../../../domain/partnerships/lifecycle.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Box, Stack } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { partnershipQueries } from './partnership-queries.ts'
import { PartnershipRow } from './partnership-row.tsx'

/** Partnerships, active first: a reseller sees providers, others resellers. */
export function PartnershipList({ actor, agreementAddress }: { actor: Actor; agreementAddress: string }) {
  const { t } = useWords()
  const list = useInfiniteQuery(partnershipQueries.list())
  const side = actor.organization.kind === 'indirect_reseller' ? 'providers' : 'resellers'
  const partnerships = list.data?.pages.flatMap((page) => page.items)
  return (
    <Card title={t(`partnerships.${side}`)}>
      {!partnerships ? <NotYet compact query={list} lines={4} />
      : partnerships.length === 0 ? (
        <EmptyState compact title={t(`partnerships.empty.${side}.title`)}>{t(`partnerships.empty.${side}.text`)}</EmptyState>
      ) : (
        <>
          <Stack as="ul">
            {partnerships.map((partnership) => (
              <PartnershipRow key={partnership.id} {...{ actor, partnership, agreementAddress }} />
            ))}
          </Stack>
          {list.hasNextPage && (
            <Button pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('ui.page.more')}</Button>
          )}
          <RemovalRefused actor={actor} partnerships={partnerships} />
        </>
      )}
    </Card>
  )
}

/** The reason, once for all rows, why this person can remove none. */
function RemovalRefused({ actor, partnerships }: { actor: Actor; partnerships: readonly Partnership[] }) {
  const { t } = useWords()
  const verdicts = partnerships.filter(({ state }) => state !== 'removed').map((each) => canRemovePartnership(actor, each))
  const refusal = verdicts.find((verdict) => !verdict.allowed && verdict.because === 'role')
  return refusal && (
    <Box ruled="before" pad="4 0 0">
      <ActionButton icon="trash" verdict={refusal}>{t('partnerships.remove')}</ActionButton>
    </Box>
  )
}
