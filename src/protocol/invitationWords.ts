/** What an invitation says where the company has not written anything; in the page, and in the preview of its look. */
export const INVITATION_WORDS = {
  'zh-CN': {
    title: '需要帮忙吗？',
    text: '我们在线，有问题可以直接问我们。',
    accept: '马上咨询',
    acceptIm: '登录账号咨询',
    decline: '暂不需要',
  },
  en: {
    title: 'Can we help you?',
    text: 'We are here and answer at once.',
    accept: 'Chat now',
    acceptIm: 'Chat with an account',
    decline: 'No, thanks',
  },
} as const
