import { describe } from 'vitest'

import { showsPagesOfAccountCenter } from '../../../tests/support/accountCenterScreens.ts'
import { showsAccounts } from '../../../tests/support/accountScreens.ts'
import { helpsToAnswer } from '../../../tests/support/aidScreens.ts'
import { showsWhatStandsBeside } from '../../../tests/support/besideScreens.ts'
import { showsTheDesk } from '../../../tests/support/deskScreens.ts'
import { showsListOfConversations } from '../../../tests/support/listScreens.ts'
import { showsTheRightMenu } from '../../../tests/support/menuScreens.ts'
import { showsWhatIsRead } from '../../../tests/support/readScreens.ts'
import { showsWhatTheShellDoes } from '../../../tests/support/shellScreens.ts'
import { showsTheSides } from '../../../tests/support/sideScreens.ts'
import { showsTheThread } from '../../../tests/support/threadScreens.ts'
import { showsVoicesAndRunningSessions } from '../../../tests/support/voiceScreens.ts'
import { showsTheWindow } from '../../../tests/support/windowScreens.ts'
import { useWorkbench } from '../../../tests/support/workbenchStage.ts'

describe('the screens of the workbench', () => {
  const stage = useWorkbench()

  describe('the list', () => {
    showsListOfConversations(stage)
  })

  describe('the desk', () => {
    showsTheDesk(stage)
  })

  describe('the thread', () => {
    showsTheThread(stage)
  })

  describe('the sides', () => {
    showsTheSides(stage)
  })

  describe('reading', () => {
    showsWhatIsRead(stage)
  })

  describe('answering', () => {
    helpsToAnswer(stage)
  })

  describe('reading beside it', () => {
    showsWhatStandsBeside(stage)
  })

  describe('the window', () => {
    showsTheWindow(stage)
  })

  describe('accounts', () => {
    showsAccounts(stage)
  })

  describe('the right menu', () => {
    showsTheRightMenu(stage)
  })

  describe('beside conversations', () => {
    showsWhatTheShellDoes(stage)
  })

  describe('voices and the sessions of others', () => {
    showsVoicesAndRunningSessions(stage)
  })

  describe('R-02-041 pages of the account center', () => {
    showsPagesOfAccountCenter(stage)
  })
})
