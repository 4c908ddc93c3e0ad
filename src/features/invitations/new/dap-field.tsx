import type { ComponentProps } from 'react'
import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import { canAskDap, canLeaveOutDap } from '../../../../domain/invitations/rules.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Reason } from '../../../ui/actions/reason.tsx'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'

type Props = Omit<ComponentProps<typeof Checkbox>, 'label'> & { policy: CloudPolicy; hidesFixed?: boolean }

/** Whether the invitation asks for DAP; where the cloud fixes it, what it is and why (BR-41, BR-42). */
export function DapField({ policy, hidesFixed = false, ...box }: Props) {
  const { t } = useWords()
  const fixed = [canAskDap(policy), canLeaveOutDap(policy)].find((verdict) => !verdict.allowed)
  if (!fixed || fixed.allowed) return <Checkbox label={t('invitations.new.dap')} {...box} />
  return !hidesFixed && (
    <div>
      <p>{t(policy.dapWithInvitation === 'required' ? 'invitations.new.dap.always' : 'invitations.new.dap.never')}</p>
      <Reason refusal={fixed} />
    </div>
  )
}
