using System.Globalization;

namespace TkpkdPortal.Domain.Households;

/// <summary>Where sources differ, a person says what stands; no release changes that, a visit does.</summary>
public sealed partial class Household
{
    /// <summary>The value chosen, or null where what the register has was chosen.</summary>
    internal void Settle(HouseholdField field, string? value)
    {
        if (value is not null)
        {
            Put(field, value);
            // Nobody saw at the door what stands now.
            Verified &= ~field;
        }
        Decided |= field;
    }

    /// <summary>What the decision had put in goes again, where nobody has changed it since.</summary>
    internal void Unsettle(FieldDecision decision)
    {
        var field = decision.Field;
        if (!Decided.HasFlag(field) || (FieldValues.TextOf(this, field) ?? "") != decision.Value)
            return;
        if (decision.Value != decision.Former)
        {
            Put(field, decision.Former);
            if (decision.WasVerified)
                Verified |= field;
        }
        if (!decision.WasDecided)
            Decided &= ~field;
    }

    private void Put(HouseholdField field, string value)
    {
        switch (field)
        {
            case HouseholdField.HeadName:
                Head.Rename(value);
                HeadName = value;
                break;
            case HouseholdField.Address:
                Address = value;
                break;
            case HouseholdField.Village:
                throw new InvalidOperationException("A household moves by a hand-over.");
            default:
                Housing = Housing.With(field, value.Length == 0 ? null : int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture));
                break;
        }
    }
}
