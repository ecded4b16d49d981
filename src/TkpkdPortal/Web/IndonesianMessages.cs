using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace TkpkdPortal.Web;

/// <summary>Sentences of the framework's own checks. None repeats what was typed, since that may be a personal number.</summary>
public static class IndonesianMessages
{
    public static void Translate(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => $"Isian {field} tidak terbaca. Periksa bentuknya.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Isian tidak terbaca. Periksa bentuknya.");
        messages.SetValueIsInvalidAccessor(_ => "Isian tidak terbaca. Periksa bentuknya.");
        messages.SetUnknownValueIsInvalidAccessor(field => $"Isian {field} tidak terbaca. Periksa bentuknya.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Isian tidak terbaca. Periksa bentuknya.");
        messages.SetValueMustNotBeNullAccessor(_ => "Isian ini perlu diisi.");
        messages.SetMissingBindRequiredValueAccessor(field => $"{field} perlu diisi.");
        messages.SetMissingKeyOrValueAccessor(() => "Isian ini perlu diisi.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Isian belum terkirim. Coba kirim lagi.");
        messages.SetValueMustBeANumberAccessor(field => $"{field} diisi angka.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Isian ini berupa angka.");
        options.ModelMetadataDetailsProviders.Add(new AttributeSentences());
    }

    // [Required] and [StringLength] without a sentence of their own.
    private sealed class AttributeSentences : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<System.ComponentModel.DataAnnotations.ValidationAttribute>())
            {
                if (attribute.ErrorMessage is not null)
                    continue;
                attribute.ErrorMessage = attribute switch
                {
                    System.ComponentModel.DataAnnotations.RequiredAttribute => "{0} perlu diisi.",
                    System.ComponentModel.DataAnnotations.StringLengthAttribute => "{0} paling banyak {1} huruf.",
                    System.ComponentModel.DataAnnotations.RangeAttribute => "{0} berkisar antara {1} dan {2}.",
                    _ => null,
                };
            }
        }
    }
}
