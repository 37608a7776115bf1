/** Loaded by the script on the customer's page when somebody is invited for the first time. */
export { createPopup } from './invitation/popup.ts'
