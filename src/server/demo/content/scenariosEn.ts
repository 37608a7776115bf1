import { products } from './products.ts'
import { a, c, maybe, reply, type Scenario } from './scenario.ts'

/** The topic fits whatever was bought. */
const ANY = products.map((product) => product.id)

const opening = a(
  'Hello {polite}, this is {agent} from Qimu Home. How can I help?',
  'Hi, {agent} here. Thanks for writing to us.',
  'Good day, my name is {agent}. Let me see what I can do.',
)
const anythingElse = maybe(
  0.6,
  a('Is there anything else I can help you with?', 'Does that answer your question?'),
)
const thanks = c(
  'No, that is all. Thank you!',
  'Great, thanks for your help',
  'Perfect, cheers',
  'Thanks, have a nice day',
)
const bye = a('You are welcome. Have a lovely day!', 'My pleasure. Write to us any time.')

const scenario = (
  topic: string,
  groupId: Scenario['groupId'],
  productIds: Scenario['productIds'],
  tags: readonly string[],
  note: string,
  lines: Scenario['lines'],
): Scenario => ({
  topic,
  language: 'en',
  groupId,
  productIds,
  tags,
  note,
  lines: [...lines, thanks, maybe(0.8, bye)],
})

export const scenariosEn: readonly Scenario[] = [
  scenario('order status', 'main', ANY, ['overseas'], '', [
    c(
      'Hi, where is my order {order}?',
      'Order {order} has not moved for a week, can you check?',
      'Hello! Any news about {order}?',
    ),
    opening,
    a('Thank you, let me look it up.', 'One moment, I am checking with the carrier.'),
    a(
      'Your {product} left our warehouse on {date}. {express}, number {tracking}. It is now with customs in {city}.',
      'It has cleared customs this morning and is on its way to {city}. The tracking number is {tracking}.',
    ),
    c(
      'When should it arrive?',
      'Do I have to pay anything to customs?',
      'OK, how long does that usually take?',
    ),
    reply(
      'It should be with you by {day}.',
      'No, duties were paid at checkout. Expect it {day}.',
      'Usually two more days, so {day}.',
    ),
    anythingElse,
  ]),
  scenario(
    'shipping and voltage',
    'presales',
    ['dawn-s3', 'dawn-s5', 'crane', 'pebble'],
    ['overseas', 'hot'],
    'Wants {product} for a kitchen in {city}, 230 V.',
    [
      c(
        'Do you ship the {product} to {city}?',
        'Hi, can I use the {product} outside China? What voltage is it?',
      ),
      opening,
      a(
        'Yes, we do. The export version runs on 220–240 V and comes with the plug of your country.',
        'The export version runs on 220–240 V and comes with the plug of your country; we ship to {city} in 7 to 12 working days.',
      ),
      c('Is the warranty valid abroad?', 'How much is shipping?', 'What happens if it breaks?'),
      reply(
        'It is: two years, and there is a partner workshop in {city}.',
        'Shipping is free above 300 dollars, below that it is 28.',
        'We send parts free of charge, and for bigger repairs there is a partner workshop in {city}.',
      ),
      c('Sounds good. Does it come with an English manual?', 'And the manual is in English?'),
      a('Yes, in English, German and French, and there are videos on our site.'),
      anythingElse,
    ],
  ),
  scenario(
    'faulty machine',
    'main',
    ['dawn-s3', 'dawn-s5', 'pebble'],
    ['call-back'],
    '{product}: {part} replaced under warranty.',
    [
      c(
        'My {product} stopped heating yesterday',
        'The {product} is leaking from underneath',
        'Hi, my {product} makes a terrible noise since this morning',
      ),
      opening,
      a(
        'I am sorry to hear that. When did you buy it, and could you send me the order number?',
        'That should not happen. Please unplug it first. Do you have the order number at hand?',
      ),
      c('{order}, bought in spring', 'It is {order}', 'Order {order}. I can send a video if that helps'),
      a(
        'Thank you. From what you describe it is the {part}. It is covered, I will send you one today.',
        'I think the {part} has to be replaced. It takes five minutes and needs no tools.',
      ),
      c('Can I do that myself?', 'What if that does not fix it?', 'How long will it take?'),
      reply(
        'Yes, there is a drawing in the parcel, and we can do it together on a video call.',
        'Then we collect the machine and repair it, free of charge.',
        'Three to four days; I will send you the tracking number.',
      ),
      maybe(0.5, c('Alright, let us try that', 'OK, please send it')),
      maybe(0.6, a('It is on its way: {express} {tracking}.')),
    ],
  ),
  scenario('refund', 'main', ANY, [], '', [
    c(
      'I returned my {product} two weeks ago and still have no refund',
      'Could you check my refund for {order}?',
    ),
    opening,
    a('Let me check the return.', 'I will look into it right away.'),
    a(
      'The parcel arrived on {date} and the refund of {amount} was approved today. Please allow 3 to 5 working days.',
      'I see the problem: the return had no order number inside. I have matched it now and released {amount}.',
    ),
    c('To the same card?', 'Why did nobody tell me?'),
    reply(
      'Yes, to the card you paid with.',
      'You are right, we should have written to you. I am sorry about that.',
    ),
    maybe(0.5, a('I have added a small voucher to your account as an apology.')),
  ]),
  scenario('choosing a grinder', 'presales', ['pebble'], ['comparing', 'filter'], '', [
    c(
      'Is the Pebble grinder good for filter coffee?',
      'Looking for a grinder for V60, mostly light roasts',
      'Pebble or something with bigger burrs?',
    ),
    opening,
    reply(
      'It is: settings 18 to 26 are for pour-over, 5 to 12 for espresso.',
      'The Pebble is a good match for light roasts, start at setting 20.',
      'For one or two cups a day the Pebble is enough; the burrs are 40 mm conical steel.',
    ),
    c('Is it loud?', 'How much does it hold?', 'Does it leave much coffee inside?'),
    reply(
      'About 68 decibels, and it is done in 12 seconds.',
      '40 grams of beans.',
      'Less than 0.3 grams, so you can weigh in each dose.',
    ),
    c('Is there a discount at the moment?', 'Can I return it if I do not like it?'),
    reply(
      'There is 10 % off together with any kettle until {later}.',
      'Yes, you have 7 days to send it back, even after opening.',
    ),
    anythingElse,
  ]),
  scenario(
    'trade prices',
    'presales',
    ['dawn-s5'],
    ['cafe', 'business'],
    'Café in {city}, asked for {count} machines. Quote sent.',
    [
      c(
        'We run a small café in {city} and need {count} machines',
        'Do you have trade prices? We are {company}',
      ),
      opening,
      a(
        'We do, from five machines on. How many cups a day do you make?',
        'Gladly. Could you tell me a little about the place?',
      ),
      c('About 80 on weekdays, 150 at weekends', 'Two bars, 100 cups each'),
      a(
        'Then I would suggest the dual boiler model with the service plan. I will send a quote today. Which address?',
        'For that many cups our service plan pays off. Where may I send the quote?',
      ),
      c('{email}, please', 'Send it to {email}'),
      a('Done. You will have it by {day}, valid for 30 days.'),
    ],
  ),
  scenario('invoice', 'main', ANY, [], '', [
    c('I need an invoice for {order}', 'Can you put our company name on the invoice?'),
    opening,
    a('Of course. Which name and address should be on it?'),
    c('{company}, {city}', '{company}. And please send it to {email}'),
    a('Thank you, the invoice over {amount} will be in your inbox within two hours.'),
    anythingElse,
  ]),
]
