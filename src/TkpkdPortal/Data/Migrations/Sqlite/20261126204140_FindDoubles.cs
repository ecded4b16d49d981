using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FindDoubles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DoublePairs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstId = table.Column<long>(type: "INTEGER", nullable: false),
                    SecondId = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstAreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    SecondAreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    FirstPersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    SecondPersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RulesNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoublePairs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DoubleRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SetById = table.Column<long>(type: "INTEGER", nullable: true),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Weights_BirthDigit = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_CommonMost = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_CommonStep = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_NearKin = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_NearName = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_OtherBirth = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_OtherKin = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_OtherMember = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_OtherMembersMost = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_OtherNik = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_OtherSex = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_PartOfName = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_SameAddress = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_SameBirth = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_SameHouse = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_SameKin = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_SameName = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_SameNewYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_SameSex = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_SameVillage = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_SameYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_SwappedBirth = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights_Threshold = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DoubleSearches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AreaCode = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsWhole = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    RulesNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AliveAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PersonsRead = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonsTotal = table.Column<int>(type: "INTEGER", nullable: false),
                    StepsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    StepsTotal = table.Column<int>(type: "INTEGER", nullable: false),
                    Found = table.Column<int>(type: "INTEGER", nullable: false),
                    New = table.Column<int>(type: "INTEGER", nullable: false),
                    Gone = table.Column<int>(type: "INTEGER", nullable: false),
                    TooCommon = table.Column<int>(type: "INTEGER", nullable: false),
                    IsCancelAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    FailureMessage = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleSearches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DoubleDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PairId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DoubleDecisions_DoublePairs_PairId",
                        column: x => x.PairId,
                        principalTable: "DoublePairs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HouseholdMerges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PublicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PairId = table.Column<long>(type: "INTEGER", nullable: false),
                    StayingId = table.Column<long>(type: "INTEGER", nullable: false),
                    LeavingId = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneById = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HouseholdMerges_DoublePairs_PairId",
                        column: x => x.PairId,
                        principalTable: "DoublePairs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HouseholdMerges_Households_LeavingId",
                        column: x => x.LeavingId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HouseholdMerges_Households_StayingId",
                        column: x => x.StayingId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MergedRows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MergeId = table.Column<long>(type: "INTEGER", nullable: false),
                    MergedTable = table.Column<int>(type: "INTEGER", nullable: false),
                    RowId = table.Column<long>(type: "INTEGER", nullable: false),
                    Former = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MergedRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MergedRows_HouseholdMerges_MergeId",
                        column: x => x.MergeId,
                        principalTable: "HouseholdMerges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DoubleDecisions_PairId",
                table: "DoubleDecisions",
                column: "PairId");

            migrationBuilder.CreateIndex(
                name: "IX_DoublePairs_FirstId_SecondId",
                table: "DoublePairs",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoublePairs_PublicId",
                table: "DoublePairs",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoublePairs_SecondId",
                table: "DoublePairs",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_DoublePairs_State_Score",
                table: "DoublePairs",
                columns: new[] { "State", "Score" });

            migrationBuilder.CreateIndex(
                name: "IX_DoubleRules_Number",
                table: "DoubleRules",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoubleSearches_PublicId",
                table: "DoubleSearches",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoubleSearches_State",
                table: "DoubleSearches",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMerges_LeavingId",
                table: "HouseholdMerges",
                column: "LeavingId");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMerges_PairId",
                table: "HouseholdMerges",
                column: "PairId");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMerges_PublicId",
                table: "HouseholdMerges",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMerges_StayingId",
                table: "HouseholdMerges",
                column: "StayingId");

            migrationBuilder.CreateIndex(
                name: "IX_MergedRows_MergeId",
                table: "MergedRows",
                column: "MergeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DoubleDecisions");

            migrationBuilder.DropTable(
                name: "DoubleRules");

            migrationBuilder.DropTable(
                name: "DoubleSearches");

            migrationBuilder.DropTable(
                name: "MergedRows");

            migrationBuilder.DropTable(
                name: "HouseholdMerges");

            migrationBuilder.DropTable(
                name: "DoublePairs");
        }
    }
}
