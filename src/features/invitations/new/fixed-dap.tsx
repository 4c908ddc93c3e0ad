import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import type { Refusal } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Reason } from '../../../ui/actions/reason.tsx'

/** Whether the invitation asks for DAP where the cloud fixes it, and why (BR-41, BR-42). */
export function FixedDap({ policy, refusal }: { policy: CloudPolicy; refusal: Refusal }) {
  const { t } = useWords()
  return (
    <div>
      <p>{t(policy.dapWithInvitation === 'required' ? 'invitations.new.dap.always' : 'invitations.new.dap.never')}</p>
      <Reason refusal={refusal} />
    </div>
  )
}
