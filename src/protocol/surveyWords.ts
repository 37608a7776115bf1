/** What a survey says where the company has not written anything itself; customers and the preview read the same. */
export const SURVEY_WORDS = {
  'zh-CN': {
    question: '您对这次服务满意吗？',
    stars: ['很不满意', '不满意', '一般', '满意', '非常满意'],
    solvedQuestion: '您的问题解决了吗？',
    solved: { yes: '已解决', no: '未解决', 'not-yet': '还在处理' },
    comment: '还有什么想告诉我们的（选填）',
    submit: '提交评价',
    thanks: '感谢您的评价！',
  },
  en: {
    question: 'How satisfied are you with this conversation?',
    stars: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
    solvedQuestion: 'Was your problem solved?',
    solved: { yes: 'Yes', no: 'No', 'not-yet': 'Not yet' },
    comment: 'Anything else (optional)',
    submit: 'Submit',
    thanks: 'Thank you for your answer!',
  },
}
