export { LoadingPage } from './LoadingPage.tsx'
export { LookButtons } from './LookButtons.tsx'
export { OtherTabPage } from './OtherTabPage.tsx'
export { SignInPage } from './SignInPage.tsx'
