import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from "discord.js";
import { clean, type Field, personName, readPerson, type Screen, shortened } from "#core";
import { customId, isChannel, type Picked, pickId } from "./codes.ts";
import { most } from "./limits.ts";
import { optionsOf } from "./options.ts";
import { escaped, isId } from "./text.ts";

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** So many people are picked in the message: buttons, and what else is chosen there, need the other rows. */
const mostPeople = 3;

/**
 * Who is picked in the message: Discord's client fails over a user select in a form that begins with somebody
 * (discord-api-docs #8175, #7862). Where a page asks for more people than there are rows, all of them are typed.
 */
export function peopleOf({ fields }: Pick<Screen, "fields">): Field[] {
  const people = fields.filter(({ field }) => field === "person");
  return people.length <= mostPeople ? people : [];
}

/** Fields of the form: a channel, what acts at once, and a few people are chosen in the message. */
export function formFields(screen: Pick<Screen, "fields">): Field[] {
  const people = peopleOf(screen);
  return screen.fields.filter(
    (field) => field.field !== "channel" && field.instant === undefined && !people.includes(field),
  );
}

/** What each select for a person is for: once somebody is picked, it shows them and nothing else. */
export function peopleLines(screen: Screen): string[] {
  const lines = peopleOf(screen).map(({ label, hint, value }) => {
    const person = typeof value === "string" ? value : "";
    // What it is for is said until somebody is picked.
    if (person === "") return `- ${[label, hint].filter(Boolean).map(escaped).join(" ")}`;
    const { id } = readPerson(person);
    return `- ${escaped(label)} ${id !== null && isId(id) ? `<@${id}>` : escaped(personName(person))}`;
  });
  return lines.length === 0 ? [] : ["", "**People**", ...lines];
}

/** A field that is chosen in the message, as rows of their own; none for others. `people`: those who are picked there. */
export function selectRows(
  field: Field,
  ticket: string,
  to: { picked: Picked; channel: Picked; people: readonly Field[] },
  place: number,
): Row[] {
  const placeholder = shortened(clean(field.label).trim() || "-", most.placeholder);
  if (field.field === "person" && ticket !== "" && to.people.includes(field)) {
    const { id } = readPerson(field.value ?? "");
    return [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.UserSelect,
            custom_id: pickId(ticket, field.id, to.picked),
            placeholder,
            min_values: 0,
            max_values: 1,
            ...(id !== null && isId(id) ? { default_values: [{ id, type: SelectMenuDefaultValueType.User }] } : {}),
          },
        ],
      },
    ];
  }
  if (field.field === "channel" && ticket !== "") {
    return [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.ChannelSelect,
            // The review again, with another channel chosen.
            custom_id: customId("edit", ticket, 90 + place),
            placeholder,
            channel_types: [...channelTypes],
            ...(isChannel(to.channel)
              ? { default_values: [{ id: to.channel, type: SelectMenuDefaultValueType.Channel }] }
              : {}),
          },
        ],
      },
    ];
  }
  if (field.field !== "choice" || field.instant === undefined || field.options.length === 0) return [];
  const options = optionsOf(field.options);
  // Two rows at most: buttons need the others.
  return Array.from({ length: Math.min(2, Math.ceil(options.length / most.options)) }, (_, at) => ({
    type: ComponentType.ActionRow as const,
    components: [
      {
        type: ComponentType.StringSelect as const,
        custom_id: customId(field.instant ?? "edit", ticket, 10 * (place + 1) + at, to.picked),
        placeholder,
        options: options.slice(at * most.options, (at + 1) * most.options),
      },
    ],
  }));
}

/** Where a card can stand: text channels, announcements and threads. */
const channelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;
