import { mailedBySending, withdrawalEffects } from '../../../../domain/invitations/effects.ts'
import type { Chase, Outlook } from '../../../../domain/invitations/chasing.ts'
import type { Invitation } from '../../../../domain/invitations/schemas.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { ChangeList } from '../../../ui/lists/change-list.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { Box, Columns, Stack } from '../../../ui/looks/layout.tsx'
import { Reason } from '../../../ui/actions/reason.tsx'

type Props = {
  chase: Chase
  outlook: Outlook<Invitation>
  count: number
  sendsMail: boolean
  onClose: () => void
  onConfirm: () => void
}

/** Confirms how many rows change and how, and how many do not, each reason once. */
export function ChaseDialog({ chase, outlook: { may, not }, count, sendsMail, onClose, onConfirm }: Props) {
  const words = useWords()
  const { t, formatNumber } = words
  const title = may.length > 0 ? t(`chase.${chase}.title`, { count: may.length }) : t('chase.nothing')
  return (
    <ConfirmDialog isOpen onClose={onClose} title={title} act={may.length === 0 ? undefined : {
      variant: chase === 'withdraw' ? 'danger' : 'accent', onPress: onConfirm, children: t(`chase.${chase}`, { count: may.length }),
    }}>
      <Box as="p" after={4}>{t('chase.share', { may: may.length, count })}</Box>
      {may.length > 0 && <ChangeList {...wordsOf(words, chase, { may, sendsMail })} />}
      {not.length > 0 && (
        <Box as="section" before={4}>
          <h3>{t('chase.left_out')}</h3>
          <Stack as="ul" gap={2} before={2}>
            {not.map(({ refusal, rows }) => (
              <Columns as="li" key={refusal.code} of="minmax(2ch, auto) minmax(0, 1fr)" gap={3} numbers>
                <strong>{formatNumber(rows.length)}</strong><Reason refusal={refusal} />
              </Columns>
            ))}
          </Stack>
        </Box>
      )}
    </ConfirmDialog>
  )
}

type Facts = { may: readonly Invitation[]; sendsMail: boolean }

function wordsOf({ t }: Words, chase: Chase, { may, sendsMail }: Facts): { changes: string[]; keeps: string[] } {
  switch (chase) {
    case 'remind':
      return { changes: [t('chase.remind.mails', { count: may.length }), t('chase.final.mail')], keeps: [t('chase.keeps.link')] }
    case 'send': {
      const mailed = may.filter((each) => mailedBySending(each, sendsMail) !== undefined).length
      const mails = mailed > 0 ? [t('chase.send.mails', { count: mailed }), t('chase.final.mail')] : [t('chase.send.no_mail')]
      return { changes: [t('chase.send.recorded', { count: may.length }), ...mails], keeps: [t('chase.keeps.link')] }
    }
    case 'withdraw': {
      const { links, keeps } = withdrawalEffects(may)
      return {
        changes: [...(links > 0 ? [t('chase.withdraw.links', { count: links })] : []), t('invitations.withdraw.changes.final')],
        keeps: keeps.map((kept) => t(`invitations.withdraw.keeps.${kept}`)),
      }
    }
  }
}
