import { said, type Said } from './script.ts'

/** What every customer says, whatever they came for; several wordings, taken in turn by chance. */
export const phrases = {
  order: [said('{order}', '{order}'), said('订单号是 {order}', 'The order number is {order}')],
  name: [said('我叫{name}', 'My name is {name}'), said('{name}', '{name}')],
  phone: [said('{phone}', '{phone}'), said('电话 {phone}', 'You can reach me at {phone}')],
  email: [said('{email}', '{email}'), said('发到 {email} 吧', 'Please use {email}')],
  notOrdered: [
    said('还没下单呢，先问问', 'I have not ordered yet, I am only asking'),
    said('没有订单，还没买', 'There is no order yet'),
  ],
  told: [
    said('刚才发过了呀，{order}', 'I have already sent it: {order}'),
    said('上面有，{order}', 'It is further up: {order}'),
  ],
  received: [said('收到，我看一下', 'Got it, let me have a look')],
  greeting: [said('你好', 'Hello'), said('你好你好', 'Hi'), said('嗯，在的', 'Yes, I am here')],
  wait: [
    said('好的', 'OK'),
    said('嗯嗯，不急', 'Sure, take your time'),
    said('好，我等着', 'All right, I will wait'),
  ],
  waitImpatient: [said('快一点啊', 'Please hurry'), said('好，麻烦快点', 'OK, but quickly please')],
  apology: [
    said('没事，能解决就好', 'Never mind, as long as it gets solved'),
    said('没关系', 'That is all right'),
  ],
  apologyImpatient: [
    said('道歉就不用了，先说怎么解决', 'Never mind the apology, how will you solve it?'),
    said('唉，那现在怎么办', 'Well, what now?'),
  ],
  understood: [
    said('好的', 'OK'),
    said('明白了', 'I see'),
    said('嗯，知道了', 'Right'),
    said('这样啊', 'Ah, I see'),
  ],
  agree: [
    said('可以的', 'Yes, that works'),
    said('行，就这样', 'Yes, let us do that'),
    said('好，没问题', 'Sure, no problem'),
  ],
  nothingElse: [
    said('没有了，谢谢你', 'No, that is all. Thank you'),
    said('没别的了，辛苦了', 'Nothing else, thanks for your help'),
  ],
  thanks: [
    said('谢谢！', 'Thank you!'),
    said('多谢啦', 'Thanks a lot'),
    said('太感谢了🙏', 'Thank you so much 🙏'),
  ],
  welcome: [said('客气了', 'You are welcome'), said('没事没事', 'No problem')],
  bye: [said('再见', 'Bye'), said('拜拜～', 'Goodbye'), said('好，再见👋', 'Bye 👋')],
  scripted: [
    said(
      '哈哈，被发现了：我是演示用的顾客，台词是写好的。不过您照常接待就行',
      'Ha, you found out: I am a customer of the demonstration, my lines were written beforehand. Do go on as usual',
    ),
  ],
  rude: [
    said('请说话客气一点，我只是来解决问题的', 'Please stay polite. I only want this solved'),
    said('……那我没什么好说的了', '… Then I have nothing more to say'),
  ],
  dontKnow: [
    said('这个我也不太清楚', 'I am not sure about that'),
    said('不知道诶，您看怎么方便怎么来', 'I do not know. Whatever is easier for you'),
    said('这个我说不好', 'Hard for me to say'),
  ],
  puzzled: [
    said('不好意思，没太明白您的意思', 'Sorry, I do not quite follow'),
    said('您是说……？', 'You mean…?'),
    said('嗯？能再说清楚一点吗', 'Hm? Could you say that differently?'),
  ],
  nudge: [said('还在吗？', 'Are you still there?'), said('有结果了吗', 'Any news?')],
} as const satisfies Record<string, readonly Said[]>

export type PhraseName = keyof typeof phrases
