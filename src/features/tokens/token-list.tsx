import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { daysVouched } from '../../../domain/tokens/token.ts'
import { canMakeToken } from '../../../domain/tokens/rules.ts'
import type { AccessToken, TokenKind } from '../../../domain/tokens/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { useAction } from '../../ui/actions/use-action.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { revokeToken, tokenQueries } from './token-queries.ts'
import { TokenRow } from './token-row.tsx'

/** One's own tokens, or the organisation's services for those who may manage them. */
export function TokenList({ actor, kind }: { actor: Actor; kind: TokenKind }) {
  const { t } = useWords()
  const verdict = canMakeToken(actor, kind)
  return (
    <Card title={t(`tokens.list.${kind}`)}>
      {verdict.allowed ? <Rows kind={kind} /> : <Reason refusal={verdict} />}
    </Card>
  )
}

function Rows({ kind }: { kind: TokenKind }) {
  const { t } = useWords()
  const list = useInfiniteQuery(tokenQueries.list(kind))
  const [leaving, setLeaving] = useState<AccessToken>()
  const revoke = useAction('tokens', revokeToken)
  const rows = useRef<HTMLUListElement>(null)
  const tokens = list.data?.pages.flatMap((page) => page.items)

  const onRevoke = async ({ id, etag, name }: AccessToken) => {
    const isRevoked = await revoke.run({ id, etag })
    setLeaving(undefined)
    if (!isRevoked) return
    showToast(t('tokens.revoked', { name }))
    // The row stays, its button vanishes.
    requestAnimationFrame(() => rows.current?.focus())
  }
  if (!tokens) return <NotYet compact query={list} lines={4} />
  if (tokens.length === 0) return <EmptyState compact title={t(`tokens.empty.${kind}`)}>{t(`tokens.empty.${kind}.text`)}</EmptyState>
  return (
    <>
      {kind === 'personal' && <Text tone="muted">{t('tokens.rests', { days: daysVouched })}</Text>}
      <Stack as="ul" ref={rows} tabIndex={-1} quiet aria-label={t(`tokens.list.${kind}`)}>
        {tokens.map((token) => <TokenRow key={token.id} token={token} onRevoke={() => setLeaving(token)} />)}
      </Stack>
      {list.hasNextPage && (
        <Button pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('ui.page.more')}</Button>
      )}
      {leaving && (
        <ConfirmDialog isOpen onClose={() => setLeaving(undefined)} title={t('tokens.revoke.title', { name: leaving.name })}
          act={{
            variant: 'danger', icon: 'trash', pending: revoke.isRunning, onPress: () => void onRevoke(leaving),
            children: t('tokens.revoke'),
          }}
          changes={[t('tokens.revoke.ends'), t('tokens.revoke.for_ever')]} keeps={[t('tokens.revoke.keeps')]} />
      )}
    </>
  )
}
