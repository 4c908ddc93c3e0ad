import { offered } from '../../../../../domain/answers/decision.ts'
import { canConfirmThere } from '../../../../../domain/invitations/acceptance/receipt-rules.ts'
import type { Receipt } from '../../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../../domain/session/actor.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { ActionButton } from '../../../../ui/actions/action-button.tsx'
import { Stack, Text } from '../../../../ui/looks/layout.tsx'
import { showToast } from '../../../../ui/overlays/toast.ts'
import { useAction } from '../../../../ui/actions/use-action.ts'
import { confirmReceipt } from './receipt-queries.ts'

/** For a Global admin who has confirmed the relationship in the admin center; beside the receipt, not in it. */
export function ReceiptConfirmation({ receipt, actor }: { receipt: Receipt; actor: Actor }) {
  const { t } = useWords()
  const { run, isRunning } = useAction('receipts', confirmReceipt)
  if (receipt.confirmedAt !== null) return null
  const confirm = async () => {
    if (await run({ id: receipt.id })) showToast(t('acceptance.receipt.confirm.done'))
  }
  return (
    <Stack gap={2} align="start" onScreen>
      <ActionButton icon="check" verdict={offered(canConfirmThere(actor, receipt))} pending={isRunning} onPress={() => void confirm()}>
        {t('acceptance.receipt.confirm')}
      </ActionButton>
      <Text tone="muted">{t('acceptance.receipt.confirm.hint', { inviter: receipt.inviter.displayName })}</Text>
    </Stack>
  )
}
