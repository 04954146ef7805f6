//! A packet in words: blocks of lines, the same on the page, on paper and as text.

use super::super::source::known;
use super::super::words;
use crate::app::packet::{Asked, Packet, packet};
use crate::app::why::{WhyAnswer, WhyCard};
use crate::domain::answer::Given;
use crate::domain::assess::Verdict;
use crate::domain::contact::Contact;
use crate::domain::event::Field;
use crate::domain::handoff::Handoff;
use crate::domain::outcome::Outcome;
use crate::domain::playbook::question::{Face, Question};
use crate::domain::playbook::{Playbook, Source};
use crate::ui::format;
use crate::ui::text::{rep, workspace as text};
use crate::ui::wizard::why::outcome_word;
use chrono::NaiveDate;

/// The whole packet.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui::workspace) struct Written {
    pub(super) title: String,
    pub(super) about: String,
    pub(super) blocks: Vec<Block>,
}

/// Lines under a heading.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Block {
    pub(super) title: String,
    /// What is said before the lines.
    pub(super) words: Option<String>,
    pub(super) lines: Vec<Line>,
}

/// Something by its name, and more about it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) more: Vec<String>,
}

fn line(name: impl Into<String>, value: impl Into<String>) -> Line {
    Line { name: name.into(), value: value.into(), more: Vec::new() }
}

impl Written {
    /// Puts the packet of a contact into words.
    pub(in crate::ui::workspace) fn of(
        playbook: &Playbook,
        contact: &Contact,
        today: NaiveDate,
    ) -> Self {
        let packet = packet(playbook, contact, today);
        let position = words::position(playbook, &contact.position);
        let handoff = contact.handoff.as_ref().map(|handoff| handed(playbook, handoff));
        let gate = packet.gate.as_ref();
        let answers = packet.sections.iter().map(|(title, asked)| Block {
            title: (*title).to_owned(),
            words: None,
            lines: asked.iter().map(answer).collect(),
        });
        let blocks = handoff
            .into_iter()
            .chain([who(contact), source(contact, &packet)])
            .chain(gate.map(|card| verdict(playbook, card)))
            .chain(answers)
            .chain(gate.and_then(poor_fit))
            .chain([open(gate), go_on(playbook, contact, gate, packet.next)]);
        Self {
            title: text::packet_title(words::full_name(contact)),
            about: text::packet_about(position, &playbook.title, playbook.revision),
            blocks: blocks.collect(),
        }
    }

    /// The same under another title.
    pub(in crate::ui::workspace) fn titled(self, title: String) -> Self {
        Self { title, ..self }
    }

    /// The packet as plain text, for a message or a note.
    pub(super) fn as_text(&self) -> String {
        let mut lines = vec![self.title.clone(), self.about.clone()];
        for block in &self.blocks {
            lines.extend([String::new(), block.title.clone()]);
            lines.extend(block.words.clone());
            for Line { name, value, more } in &block.lines {
                let named = match (name.as_str(), value.as_str()) {
                    (name, "") => name.to_owned(),
                    ("", value) => value.to_owned(),
                    (name, value) => text::named_value(name, value),
                };
                lines.push(format!("- {named}"));
                lines.extend(more.iter().map(|more| format!("  {more}")));
            }
        }
        lines.join("\n")
    }
}

fn handed(playbook: &Playbook, handoff: &Handoff) -> Block {
    let by = text::handed_over_by(format::who(&handoff.by), format::day(handoff.at));
    let to = Line { more: vec![by], ..line(text::packet_handed_to(), &handoff.to) };
    let note = handoff.note.as_ref().map(|note| line(text::packet_note(), note));
    let why = words::why_sent_back(playbook, handoff);
    let reply = line(text::packet_answer(), words::handoff(handoff));
    let reply = Line { more: why.into_iter().collect(), ..reply };
    let lines = [to].into_iter().chain(note).chain([reply]).collect();
    Block { title: text::handover().to_owned(), words: None, lines }
}

fn who(contact: &Contact) -> Block {
    let fields = Field::ALL.into_iter().filter(|field| *field != Field::Source);
    let lines = fields.filter_map(|field| Some(line(words::field(field), contact.field(field)?)));
    Block { title: text::contact().to_owned(), words: None, lines: lines.collect() }
}

fn source(contact: &Contact, packet: &Packet<'_>) -> Block {
    let listed = packet.source.map(|source: &Source| source.title.clone());
    let source = listed.or_else(|| contact.field(Field::Source).map(str::to_owned));
    let asked = contact.consent.as_ref().and_then(|consent| consent.said.text.as_ref());
    let consent = line(text::packet_consent(), words::consent(contact));
    let consent = Line { more: asked.map(text::packet_says).into_iter().collect(), ..consent };
    let known = packet.source.map(known).unwrap_or_default();
    let source = source.map(|source| line(text::source(), source)).into_iter();
    let known = known.into_iter().map(|(name, value)| line(name, value));
    let title = text::packet_where_from().to_owned();
    Block { title, words: None, lines: source.chain(known).chain([consent]).collect() }
}

fn verdict(playbook: &Playbook, card: &WhyCard) -> Block {
    let to = words::target(playbook, &card.from, &card.to);
    let title = match (card.verdict, card.from.stage().is_some()) {
        (Verdict::Passed, false) => text::why_passed(to),
        (Verdict::Failed, false) => text::why_failed(to),
        (Verdict::Open, _) => text::why_open(to),
        (Verdict::Passed, true) => text::why_exit_passed(to),
        (Verdict::Failed, true) => text::why_exit_failed(to),
    };
    let lines = card.rows.iter().map(|row| {
        let said = row.answers.iter().filter_map(|answer| said(playbook, answer));
        let more = said.chain([rep::needs(&row.rule)]).collect();
        Line { more, ..line(&row.title, outcome_word(row.outcome)) }
    });
    Block { title, words: None, lines: lines.collect() }
}

fn said(playbook: &Playbook, answer: &WhyAnswer) -> Option<String> {
    let question = playbook.question(&answer.question)?;
    let value = format::value(Some(question), &answer.given.as_ref()?.value);
    Some(text::named_value(&question.title, value))
}

fn answer(asked: &Asked<'_>) -> Line {
    let value = |given: &Given| format::value(Some(asked.question), &given.value);
    let known = asked.given.map(|given| {
        let source = rep::who_when(format::who(&given.by), format::day(given.at));
        text::packet_known(format::evidence(given.evidence), source)
    });
    let note = asked.given.and_then(|given| given.note.as_ref()).map(text::packet_says);
    let also = asked.also.map(|also| text::also_said(value(also), format::evidence(also.evidence)));
    let said = asked.given.map_or_else(|| text::dont_know().to_owned(), value);
    let more = [known, note, also].into_iter().flatten().collect();
    Line { more, ..line(&asked.question.title, said) }
}

/// The warning that it does not fit, and what to do instead; none where nothing rules it out.
fn poor_fit(card: &WhyCard) -> Option<Block> {
    let out = card.knock_out.as_ref()?;
    let title = text::poor_fit().trim_end_matches('.').to_owned();
    let instead = line(text::instead().trim_end_matches(':'), &out.alternative);
    Some(Block { title, words: Some(out.reason.clone()), lines: vec![instead] })
}

/// How many criteria of a gate are unknown.
fn unknown(card: &WhyCard) -> usize {
    card.rows.iter().filter(|row| row.outcome == Outcome::Unknown).count()
}

fn open(gate: Option<&WhyCard>) -> Block {
    let title = text::packet_open().to_owned();
    let Some(card) = gate else { return Block { title, ..Block::default() } };
    let lines: Vec<_> = card.steps.iter().map(|step| line("", step)).collect();
    let words = lines.is_empty().then(|| text::packet_nothing_open().to_owned());
    Block { title, words, lines }
}

fn go_on(
    playbook: &Playbook,
    contact: &Contact,
    gate: Option<&WhyCard>,
    next: Option<&Question>,
) -> Block {
    let title = text::packet_go_on().to_owned();
    let Some(question) = next else {
        // Nothing may be asked any more although not everything is known.
        let words = match gate {
            Some(card) if card.knock_out.is_some() => text::packet_ruled_out().to_owned(),
            Some(card) => match unknown(card) {
                0 => text::packet_no_question().to_owned(),
                1 => text::packet_unknown_one().to_owned(),
                n => text::packet_unknown(n),
            },
            None => text::packet_no_question().to_owned(),
        };
        return Block { title, words: Some(words), lines: Vec::new() };
    };
    let mut question = question.clone();
    format::recall(playbook, &contact.answers, &mut question);
    let wording = question.wording(Face::Rep).unwrap_or(&question.title);
    let say = question.say.iter().map(|say| format!("{} {say}", text::say_prefix())).collect();
    Block { title, words: None, lines: vec![Line { more: say, ..line("", wording) }] }
}
