import type { DeliveryTexts } from './nb-delivery.ts';

const noSuchRoute: Readonly<Record<string, string>> = {
  teams: 'I have no chat with you in Teams. Nothing is changed. Write to me there first, with “my code” from here.',
  slack: 'I have no chat with you in Slack. Nothing is changed. Write to me there first, with “my code” from here.',
  mail: 'I cannot write to you by e-mail: the roster has no address for you, or e-mail is not set up. Nothing is changed. Ask the coordinator.',
};

export const enDelivery: DeliveryTexts = {
  say: {
    buttons: {
      repeat: where => `Send again: ${where}`,
      reach: 'Who was reached?',
      send: n => `Send to ${n}`,
      drop: 'Do not send',
      all: 'Show all',
      text: (languages, n) => `Show the text in ${languages}, for ${n}`,
      overview: 'Back to the overview',
      chooseRoute: 'Choose where',
    },

    messages: {
      posting: 'posting',
      'calendar-event': 'calendar event',
      'poll-reminder': 'reminder',
      'meeting-proposal': 'question of times to meet',
      'meeting-invitation': 'invitation',
      'meeting-moved': 'new time of a meeting',
      'meeting-cancelled': 'cancellation',
      'meeting-deputy': 'invitation of a deputy',
      'meeting-released': 'notice to a deputy',
      'meeting-empty-seat': 'notice of an empty seat',
      'meeting-answer-reminder': 'reminder',
      'meeting-attend-reminder': 'reminder',
      'meeting-representation': 'overview of who comes',
      'meeting-series': 'dates of meetings',
      'meeting-agenda': 'agenda',
      'need-returned': 'word of a correction',
      'need-returned-reminder': 'reminder',
      'needs-unanswered': 'word of a correction',
      'round-invitation': 'invitation',
      'round-over': 'question about closing',
      'round-reminder': 'reminder',
      'need-withdrawn': 'word of a withdrawal',
      'need-bundled': 'word of a merger',
      'need-parted': 'word of a parting',
      minutes: 'minutes',
      'minutes-late': 'reminder',
      'minutes-comment': 'new comment',
      'minutes-comments': 'notice of comments',
      'follow-up': 'reminder',
      'follow-up-late': 'reminder',
      'sending-waiting': 'reminder',
      'sending-lapsed': 'message',
    },
    otherMessage: 'message',

    things: {
      poll: (number, question) => `Poll ${number}: ${question}`,
      meeting: (number, title) => `Meeting ${number}: ${title}`,
      round: (number, what) => `Round ${number}: ${what}`,
      series: title => `The meeting series ${title}`,
      followUp: what => `Follow-up: ${what}`,
      milestone: title => `Milestone: ${title}`,
      gone: 'What this was about is no more',
    },
    formerMember: 'a former member',
    calendar: 'the calendar in Microsoft 365',

    why: {
      unknown: 'we do not know whether it arrived',
      failed: 'could not be sent',
      blocked: 'has blocked the bot',
      left: 'has left the organisation',
      deleted: 'is deleted, or the bot was removed from it',
      'no-route': 'no account, and no e-mail address I can write to',
    },

    whyCounted: {
      unknown: n => `${n} may or may not have been reached`,
      failed: n => `${n} could not be sent`,
      blocked: n => `${n} blocked the bot`,
      left: n => `${n} left the organisation`,
      deleted: n => `${n} deleted or closed to the bot`,
      'no-route': n => `${n} with no route`,
    },

    toDo: {
      unknown: 'Where we do not know: look at the place, or ask the person. I never send again by myself.',
      failed:
        'What could not be sent was tried many times. Send it again in a while. If that does not help, ask whoever runs Laget.',
      blocked: 'Whoever has blocked the bot can let it in again, or choose another way with “write to me”.',
      left: 'Whoever has left the organisation needs a new account with me, or an e-mail address in the roster.',
      deleted: 'If the bot was removed from a channel, add it again before you send again.',
      'no-route':
        'Whoever cannot be reached needs a code from “invite”, or an e-mail address in the roster where e-mail is set up.',
    },
    bringBack: words => `A posting that is missing in a channel also comes back when somebody writes there: ${words}`,

    trouble: { title: 'Not everything has arrived' },

    reach: {
      title: (reached, all) => `${reached} of ${all} reached`,
      summary: (reached, all, others) =>
        others === '' ? `${reached} of ${all} reached.` : `${reached} of ${all} reached: ${others}.`,
      waiting: n => `${n} waiting`,
      others: words => `${words}.`,
      byMessage: (reached, all) => `${reached} of ${all}`,
      none: 'Nothing has been sent yet',
      shown: 'Something waits for somebody to say yes before it is sent.',
    },

    repeated: {
      title: 'Sending again',
      text: (message, where) => `${message} to ${where}. If it fails again, I will tell you.`,
    },

    by: {
      teams: n => `${n} on Teams`,
      slack: n => `${n} on Slack`,
      mail: n => `${n} by e-mail`,
    },
    byOther: (n, name) => `${n} on ${name}`,
    routes: { teams: 'Teams', slack: 'Slack', mail: 'e-mail' },

    dryRun: {
      title: 'Look it over before it is sent',
      goesTo: (n, ways) => `This goes to ${n}: ${ways}.`,
      goesToNobody: 'Nobody needs this any more. There is nothing to send.',
      notReached: (n, who) => `${n} not reached (${who}: no account, and no e-mail address I can write to)`,
      notReachedMany: n => `${n} not reached: no account, and no e-mail address I can write to`,
      channelNotReached: 'no way there now',
      notYet: 'Nothing is sent yet.',
      meanwhile: 'Those who no longer need it when it is sent get nothing.',
      whole: (languages, n) => `As it will stand in ${languages}, for ${n}:`,
      wholeTo: (languages, who) => `As it will stand in ${languages}, for ${who}:`,
      differs: {
        without: (who, what, n) => `${who} ${n === 1 ? 'gets' : 'get'} it without ${what}.`,
        also: (who, what, n) => `${who} also ${n === 1 ? 'gets' : 'get'} ${what}.`,
        instead: (who, what, other, n) => `${who} ${n === 1 ? 'gets' : 'get'} ${what} instead of ${other}.`,
        quoted: words => `“${words}”`,
        own: 'the words about their own seat',
        link: label => `the link ${label}`,
        buttons: (labels, n) => (n === 1 ? `the button ${labels}` : `the buttons ${labels}`),
      },
      own: (words: string) => `${words} (Each reads of their own seat here.)`,
      who: 'Who gets it',
    },

    sent: {
      title: n => (n === 0 ? 'Nothing to send' : `Now being sent to ${n}`),
      nobody: 'Nobody needed it any more.',
      unneeded: n => `${n} no longer needed it, and will get nothing.`,
      trouble: 'If something does not arrive, I will tell you.',
    },
    over: {
      notSent: 'This was not sent',
      agreed: {
        you: 'You sent this',
        other: who => `${who} sent this`,
        at: when => `Sent ${when}.`,
      },
      dropped: {
        you: when => `You chose not to send it, ${when}. Nobody got anything.`,
        other: (who, when) => `${who} chose not to send it, ${when}. Nobody got anything.`,
      },
      lapsed: when => `Nobody decided, so it lapsed ${when}. Nobody got anything.`,
      overtaken: 'Something newer came in its place. Nobody got this.',
    },
    waiting: {
      title: 'Something waits for you to send it',
      text: (message, n) => `${message} to ${n}: nothing is sent, since nobody has said yes.`,
      until: when => `If nobody decides before ${when}, or once nobody needs it any more, it lapses.`,
    },
    lapsed: {
      title: 'Something was never sent',
      text: (message, n) => `${message} to ${n}: nobody said yes while it was needed. Nothing is sent.`,
    },
    rested: n => `${n} reminded of this lately, or often enough, get no reminder now.`,
    dropped: {
      title: 'Not sent',
      text: 'Nobody gets anything.',
      later: words => `To send it later, write: ${words}`,
      postings: words => `To have it in a channel after all, write there: ${words}`,
    },

    route: {
      title: 'How I write to you',
      first: name => `I first try ${name}.`,
      others: names => `If that fails, I try ${names}.`,
      chosen: 'You chose that yourself.',
      latest: 'You have chosen nothing, so I write where you last wrote to me.',
      lost: name => `You have chosen ${name}, but I have no way there now.`,
      none: 'I have no way to you alone yet. Add the app Laget for yourself, and write to me there.',
      formTitle: 'Where shall I write?',
      submit: 'Choose',
      by: 'Write to me',
      byHint: 'If that fails, I try the other ways I have.',
      last: 'Where I last wrote',
    },
  },
  deeds: {
    'delivery.send': 'the coordinator and the chair can send things out',
    'delivery.reach': 'the coordinator and the chair can see who was reached',
    'delivery.repeat': 'the coordinator and the chair can send again',
  },
  fieldNames: {
    about: 'what it was sent about',
    delivery: 'the delivery',
    number: 'the number',
    sending: 'the sending',
    seen: 'what you saw',
    text: 'the text',
    by: 'the way',
  },
  commands: {
    deliveries: { example: 'meeting 1', does: 'shows who was reached with meeting 1' },
    writeToMe: { example: 'by e-mail', does: 'chooses where I write to you' },
  },
  refusals: {
    'no-delivery': () => 'I cannot find that delivery, or there is nothing left to say. Nothing is sent.',
    'already-delivered': () => 'It has arrived already, or is on its way. Nothing is sent now.',
    'no-sending': () => 'I cannot find what was to be sent. Nothing is sent.',
    'sending-over': () => 'It is already decided whether this is sent. Nothing is changed now.',
    'sending-changed': () =>
      'What was to be sent is no longer what you saw. Nothing is sent. Look it over again, and choose anew.',
    'no-such-route': ({ by }) => noSuchRoute[by] ?? 'I have no way there. Nothing is changed.',
    'reminded-lately': () =>
      'Those who are missing were reminded of this lately, or often enough. No reminder is sent. Try again tomorrow.',
    'no-such-thing': () => 'I cannot find what you ask about. Write “polls” or “meetings” to see what there is.',
  },
};
