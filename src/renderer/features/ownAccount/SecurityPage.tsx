import { Devices } from './Devices.tsx'
import { PasswordForm } from './PasswordForm.tsx'

import './ownAccount.css'

/** The password, and where the agent is signed in. */
export const SecurityPage = () => (
  <>
    <PasswordForm />
    <Devices />
  </>
)
