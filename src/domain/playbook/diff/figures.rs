//! Win chance, scores, cards and how often to be in touch.
//!
//! Owns which fields these have and in which order they are compared.

use super::say::intent_key;
use super::walk::{Item, Walk, fields};
use crate::domain::playbook::scoring::{
    Card, CardItem, ChanceModel, Group, Scoring, Signal, SignalKind, Slot, Weight,
};
use crate::domain::playbook::words::{Cadence, Track};
use crate::domain::playbook::{Noun, Playbook};

impl Walk<'_> {
    pub(super) fn chance(&mut self) {
        self.at(Noun::Chance, "", "");
        let Some((old, new)) = self.both(self.old.chance.as_ref(), self.new.chance.as_ref()) else {
            return;
        };
        fields!(self, old, new, ChanceModel { start, complete; slots });
        self.list(&old.slots, &new.slots);
    }

    pub(super) fn scoring(&mut self) {
        self.at(Noun::Scoring, "", "");
        let both = self.both(self.old.scoring.as_ref(), self.new.scoring.as_ref());
        let Some((old, new)) = both else { return };
        fields!(self, old, new, Scoring { cuts; fit, readiness });
        self.list(&old.fit, &new.fit);
        self.list(&old.readiness, &new.readiness);
    }

    pub(super) fn cadence(&mut self) {
        let (old, new) = (&self.old.cadence, &self.new.cadence);
        self.at(Noun::Cadence, "", "");
        fields!(self, old, new, Cadence {
            first_response_hours, lead_days, prospect_days, opportunity_days;
            tracks
        });
        self.list(&old.tracks, &new.tracks);
    }
}

impl Item for Slot {
    const NOUN: Noun = Noun::Slot;
    const CAN_BE_RENAMED: bool = true;

    fn key(&self) -> &str {
        &self.title
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Slot { title, criterion, weight });
    }
}

impl Item for Weight {
    const NOUN: Noun = Noun::Weight;
    const CAN_BE_RENAMED: bool = true;

    fn key(&self) -> &str {
        self.criterion.as_str()
    }

    fn title<'a>(&'a self, playbook: &'a Playbook) -> &'a str {
        playbook.criterion_name(&self.criterion)
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Weight { criterion, weight });
    }
}

impl Item for Group {
    const NOUN: Noun = Noun::Group;
    const CAN_BE_RENAMED: bool = true;

    fn key(&self) -> &str {
        &self.title
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Group { title, cap, half_life; signals });
        walk.list_within(&old.signals, &new.signals);
    }
}

impl Item for Signal {
    const NOUN: Noun = Noun::Signal;
    const CAN_BE_RENAMED: bool = true;

    fn key(&self) -> &str {
        match &self.is {
            SignalKind::Criterion(id) => id.as_str(),
            SignalKind::Source(intent) => intent_key(*intent),
            SignalKind::VisitorAnswers => "visitor_answers",
            SignalKind::InboundTouch => "inbound_touch",
            SignalKind::Engagement => "engagement",
        }
    }

    fn title<'a>(&'a self, playbook: &'a Playbook) -> &'a str {
        match &self.is {
            SignalKind::Criterion(id) => playbook.criterion_name(id),
            _ => "",
        }
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Signal { is, points });
    }
}

impl Item for Card {
    const NOUN: Noun = Noun::Card;

    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Card { title, about; id, items });
        walk.list_within(&old.items, &new.items);
    }
}

impl Item for CardItem {
    const NOUN: Noun = Noun::CardItem;
    const CAN_BE_RENAMED: bool = true;

    fn key(&self) -> &str {
        &self.title
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, CardItem { title, full, partly });
    }
}

impl Item for Track {
    const NOUN: Noun = Noun::Track;

    fn key(&self) -> &str {
        self.id.as_str()
    }

    fn title<'a>(&'a self, _: &'a Playbook) -> &'a str {
        &self.title
    }

    fn compare(old: &Self, new: &Self, walk: &mut Walk<'_>) {
        fields!(walk, old, new, Track { title, intent, days; id });
    }
}
