import { type PublishedAgreement } from '@lateral/domain/agreements';
import { Catalogue } from '@lateral/domain/catalogue';
import type { AgencyType, Nation, Purpose } from '@lateral/domain';
import { type QuestionPack } from '@lateral/domain/packs';
import type { Calendar, DeadlinePolicy } from '@lateral/domain/deadlines';
/** The law that is shipped, with an agreement of a nation's template between `council` and whoever is named. */
export interface ShippedLaw {
    catalogue: Catalogue;
    packs: QuestionPack[];
    agreements: PublishedAgreement[];
    deadlines: {
        policy: DeadlinePolicy;
        calendar: Calendar;
    };
}
export declare function shippedLaw(nation: Nation, parties: readonly string[], purposes: readonly Purpose[]): Promise<ShippedLaw>;
/** An agency as a root would vouch for it. */
export declare function someAgency(id: string, type: AgencyType, nation: Nation): {
    id: string;
    type: AgencyType;
    nation: Nation;
    name: {
        en: string;
        cy: string;
    };
    publicAuthority: boolean;
    competentAuthority: boolean;
    commissionedProvider: boolean;
};
